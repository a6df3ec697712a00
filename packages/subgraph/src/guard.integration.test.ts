import { signatureHeader } from '@lyceum/auth';
import { until } from '@lyceum/testing';
import {
  bySocket,
  feeds,
  installNotebook,
  lastFeed,
  post,
  raw,
  shout,
  sign,
  slow,
  start,
  tokens,
} from './testing/notebook.ts';

installNotebook();

describe('a subgraph behind the gateway', () => {
  it('answers operations signed by the gateway, once', async () => {
    const { url } = await start({ signed: true });
    const signature = await sign(shout);
    const first = await post(url, shout, { [signatureHeader]: signature });
    expect(first).toMatchObject({ status: 200, body: { data: { shout: 'HELLO' } } });
    const again = await post(url, shout, { [signatureHeader]: signature });
    expect(again).toMatchObject({
      status: 401,
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SIGNATURE_INVALID' } }] },
    });
  });

  it('refuses unsigned operations, and those signed by a user', async () => {
    const { url } = await start({ signed: true });
    const { token } = await tokens.signIn('ADMIN');
    for (const query of ['{ shout(words: "hello") }', '{ _service { sdl } }', 'not even GraphQL']) {
      const answer = await post(url, { query }, { authorization: `Bearer ${token}`, 'x-user-id': '1' });
      expect(answer).toMatchObject({
        status: 401,
        body: { errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SIGNATURE_MISSING' } }] },
      });
      expect(answer.body.data).toBeUndefined();
    }
  });

  it('refuses a signature for another operation or another subgraph', async () => {
    const { url } = await start({ signed: true });
    const moved = await post(url, shout, { [signatureHeader]: await sign({ query: '{ slow }' }) });
    const foreign = await post(url, shout, { [signatureHeader]: await sign(shout, 'identity') });
    expect([moved.status, foreign.status]).toEqual([401, 401]);
  });

  it('executes nothing from the URL, which the signature does not cover', async () => {
    const { url } = await start({ signed: true });
    const target = `${url}?query=${encodeURIComponent('{ slow }')}`;
    const headers = { 'content-type': 'application/json', [signatureHeader]: await sign(shout) };
    const { host, port, pathname, search } = new URL(target);
    const body = JSON.stringify(shout);
    const head = Object.entries({ ...headers, host, 'content-length': body.length, connection: 'close' });
    const answer = await raw(
      Number(port),
      `GET ${pathname}${search} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(slow.entered).toBe(0);
  });

  it('requires a signature for every operation on a socket', async () => {
    const { url } = await start({ signed: true });
    const query = 'subscription { ticks }';
    const signature = await sign({ query });

    const unsigned = await bySocket(url, { query }).next();
    expect(unsigned.value).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SIGNATURE_MISSING' } }],
    });

    const signed = bySocket(url, { query, extensions: { signature } });
    const first = signed.next();
    await until(() => feeds.length === 1);
    lastFeed().push(1);
    expect((await first).value).toEqual({ data: { ticks: 1 } });

    const replayed = await bySocket(url, { query, extensions: { signature } }).next();
    expect(replayed.value).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SIGNATURE_INVALID' } }],
    });
    expect(feeds).toHaveLength(1);
    await signed.return();
  });
});
