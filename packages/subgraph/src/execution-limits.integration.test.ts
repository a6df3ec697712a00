import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { CourseCreated } from '@lyceum/contracts';
import { requestScope } from '@lyceum/telemetry';
import { until } from '@lyceum/testing';
import { executionLimits } from './execution-limits.ts';
import { timeoutHeader } from './index.ts';
import {
  codes,
  database,
  feeds,
  inProcess,
  inProcessTransport,
  installNotebook,
  lastFeed,
  plain,
  post,
  slow,
  start,
} from './testing/notebook.ts';

installNotebook();

const { values, characters, errors } = executionLimits;
const caller = () => ({ token: undefined, request: requestScope({}) });

/** The number of sleeping statements of the notebook. */
async function sleeping(): Promise<number> {
  const [row] = await database.dataSource.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'`,
  );
  return row.count;
}

describe('an answer', () => {
  it('may have as many values as the limit allows', async () => {
    const subgraph = await start();
    // Each note counts as an item and for its field.
    const result = await subgraph.execute({ query: `{ notes(count: ${values / 2}) { text } }` }, caller());
    expect(result.errors).toBeUndefined();
  });

  it.each([
    ['items', `{ notes(count: ${values}) { __typename } }`],
    ['items within items', '{ notes(count: 300) { notes(count: 300) { __typename } } }'],
    ['items that resolve later', '{ notes(count: 300) { laterNotes(count: 300) { __typename } } }'],
    ['fields', `{ notes(count: 1000) { ${Array.from({ length: 60 }, (_, i) => `t${i}: text`).join(' ')} } }`],
  ])('with too many %s is refused as a whole, with one error', async (_what, query) => {
    const { url, execute } = await start();
    const refused = {
      message: expect.stringContaining(`The answer has more than ${values} values. Request smaller pages`),
      extensions: { code: 'ANSWER_TOO_LARGE', limit: 'values', allowed: values, requestId: expect.any(String) },
    };
    expect(await execute({ query }, caller())).toEqual({ errors: [refused] });
    expect(await post(url, { query })).toMatchObject({ status: 200, body: { errors: [refused] } });
  });

  it('with too much text is refused', async () => {
    const { execute } = await start();
    const query = `{ notes(count: 9) { text(length: ${characters / 8}) } }`;
    expect(plain(await execute({ query }, caller())).errors).toMatchObject([
      { extensions: { code: 'ANSWER_TOO_LARGE', limit: 'characters', allowed: characters } },
    ]);
  });

  it('with too many errors is refused, with one error', async () => {
    const { execute } = await start();
    const refused = await execute({ query: `{ notes(count: ${errors + 1}) { secret } }` }, caller());
    expect(plain(refused).errors).toMatchObject([
      { extensions: { code: 'ANSWER_TOO_LARGE', limit: 'errors', allowed: errors } },
    ]);
    const admitted = await execute({ query: `{ notes(count: ${errors}) { secret } }` }, caller());
    expect(admitted.errors).toHaveLength(errors);
  });

  it('does not count the answers of other operations', async () => {
    const { execute } = await start();
    const query = `{ notes(count: ${values / 2}) { __typename } }`;
    for (let round = 0; round < 4; round += 1) expect((await execute({ query }, caller())).errors).toBeUndefined();
  });
});

describe('an operation that times out', () => {
  it('is answered even while it waits for its caller’s events', async () => {
    const { execute } = await start({ transport: inProcessTransport() });
    const after = [`${CourseCreated.type}/${randomUUID()}`];
    const answer = await execute({ query: '{ __typename }' }, { ...caller(), after }, { timeoutMs: 100 });
    expect(codes(plain(answer))).toEqual(['OPERATION_TIMEOUT']);
  });

  it('is answered, and its statement is cancelled', async () => {
    const { url } = await start();
    const answer = await post(url, { query: '{ sleep }' }, { [timeoutHeader]: '50' });
    expect(answer.body.errors).toMatchObject([
      {
        message: expect.stringContaining('The operation was stopped after 50 ms.'),
        extensions: { code: 'OPERATION_TIMEOUT', timeoutMs: 50 },
      },
    ]);
    await until(async () => (await sleeping()) === 0);
  });
});

describe('a cancelled operation', () => {
  it('stops if it was called in process', async () => {
    const subgraph = await start();
    const controller = new AbortController();
    const answer = subgraph.execute({ query: '{ sleep }' }, caller(), { signal: controller.signal });
    await until(async () => (await sleeping()) === 1);
    controller.abort();
    expect(codes(plain(await answer))).toEqual(['OPERATION_CANCELLED']);
    await until(async () => (await sleeping()) === 0);
  });

  it('stops if it was called over HTTP and the connection is closed', async () => {
    const { url } = await start();
    const request = httpRequest(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
    request.on('error', () => undefined);
    request.end(JSON.stringify({ query: '{ sleep }' }));
    await until(async () => (await sleeping()) === 1);
    request.destroy();
    await until(async () => (await sleeping()) === 0);
  });

  it('calls no further resolver', async () => {
    const subgraph = await start();
    const controller = new AbortController();
    const query = 'mutation { first: createCourse(title: "a") second: createCourse(title: "b") }';
    const answer = subgraph.execute({ query: '{ slow }' }, caller(), { signal: controller.signal });
    await until(() => slow.entered === 1);
    controller.abort();
    expect(codes(plain(await answer))).toEqual(['OPERATION_CANCELLED']);
    const never = await subgraph.execute({ query }, caller(), { signal: AbortSignal.abort() });
    expect(codes(plain(never))).toEqual(['OPERATION_CANCELLED']);
    expect(await database.dataSource.query('SELECT * FROM event_log')).toEqual([]);
  });
});

describe('a subscription', () => {
  it('counts each event separately, and refuses one that is too large', async () => {
    const count = values / 2 - 10;
    const query = `subscription ($more: Boolean!) { noteTicks { notes(count: ${count}) { __typename } again: notes(count: ${values}) @include(if: $more) { __typename } } }`;
    const subgraph = await start();
    for (const more of [false, true]) {
      const events = await inProcess(subgraph, { query, variables: { more } });
      const first = events.next();
      await until(() => feeds.length > 0);
      for (let tick = 1; tick <= 4; tick += 1) lastFeed().push(tick);
      feeds.length = 0;
      const received = [await first, await events.next(), await events.next(), await events.next()];
      const expected = more ? ['ANSWER_TOO_LARGE'] : undefined;
      expect(received.map(({ value }) => codes(value ?? undefined))).toEqual([expected, expected, expected, expected]);
      await events.return();
    }
  });
});
