import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { newId, type Role, UserId, userIdOf } from '@lyceum/contracts';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import {
  createTokenVerifier,
  generateSigningKey,
  publicKeys,
  type SigningKey,
  signAccessToken,
  type TokenVerifier,
} from './index.ts';

let key: SigningKey;
let verifier: TokenVerifier;
const userId = newId(UserId);

beforeAll(async () => {
  key = await generateSigningKey();
});
beforeEach(() => {
  verifier = createTokenVerifier({ keys: publicKeys([key]) });
});
afterEach(() => {
  jest.useRealTimers();
});

const invalid = { name: 'AuthenticationError', code: 'UNAUTHENTICATED', reason: 'TOKEN_INVALID' };

/** The parts of a valid token, for a forger to change. */
function parts(changes: { header?: object; claims?: object } = {}) {
  const now = Math.floor(Date.now() / 1000);
  return {
    header: { alg: 'EdDSA', kid: key.kid, typ: 'at+jwt', ...changes.header },
    claims: { iss: 'lyceum', aud: 'lyceum', sub: userId, role: 'ADMIN', iat: now, exp: now + 60, ...changes.claims },
  };
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(changes: Parameters<typeof parts>[0], by: CryptoKey = key.privateKey): Promise<string> {
  const { header, claims } = parts(changes);
  return new SignJWT(claims).setProtectedHeader(header as never).sign(by);
}

describe('an access token', () => {
  it.each<[Role, string[]]>([
    ['STUDENT', ['learn']],
    ['INSTRUCTOR', ['learn', 'teach']],
    ['ADMIN', ['learn', 'teach', 'administer']],
  ])('makes a viewer with the scopes of a %s', async (role, scopes) => {
    const { token, expiresAt } = await signAccessToken(key, { userId, role }, new Date());
    expect(await verifier.verify(token)).toEqual({
      userId,
      role,
      scopes: new Set(scopes),
      issuedAt: expect.any(Date),
      expiresAt,
      external: null,
    });
  });

  it('is good for 15 minutes, unless it is said otherwise', async () => {
    const before = Date.now();
    const { expiresAt } = await signAccessToken(key, { userId, role: 'STUDENT' }, new Date());
    expect(Math.abs(expiresAt.getTime() - before - 15 * 60_000)).toBeLessThanOrEqual(2_000);
  });

  it('gets its rights from its role, not from its scope claim', async () => {
    const token = await sign({ claims: { role: 'STUDENT', scope: 'learn administer' } });
    expect([...(await verifier.verify(token)).scopes]).toEqual(['learn']);
  });

  it('without a signature is refused', async () => {
    const { header, claims } = parts({ header: { alg: 'none' } });
    for (const signature of ['', encode({})]) {
      await expect(verifier.verify(`${encode(header)}.${encode(claims)}.${signature}`)).rejects.toMatchObject(invalid);
    }
  });

  it('signed by HMAC with the public key as secret is refused, in whatever form the key is taken', async () => {
    const { header, claims } = parts({ header: { alg: 'HS256' } });
    const signed = `${encode(header)}.${encode(claims)}`;
    const bytes = Buffer.from(String(key.publicJwk.x), 'base64url');
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes]);
    const pem = `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----\n`;
    for (const secret of [bytes, String(key.publicJwk.x), spki, pem, JSON.stringify(key.publicJwk)]) {
      const mac = createHmac('sha256', secret).update(signed).digest('base64url');
      await expect(verifier.verify(`${signed}.${mac}`)).rejects.toMatchObject(invalid);
    }
  });

  it.each<[string, Parameters<typeof parts>[0]]>([
    ['another audience', { claims: { aud: 'somebody-else' } }],
    ['no audience', { claims: { aud: undefined } }],
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['no issuer', { claims: { iss: undefined } }],
    ['another type', { header: { typ: 'lyceum-request+jwt' } }],
    ['no type', { header: { typ: undefined } }],
    ['an unknown key', { header: { kid: 'unknown' } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['no subject', { claims: { sub: undefined } }],
    ['a subject that is no id', { claims: { sub: 'root' } }],
    ['an unknown role', { claims: { role: 'OWNER' } }],
    ['a start in the future', { claims: { nbf: Math.floor(Date.now() / 1000) + 3_600 } }],
  ])('with %s is refused', async (_fault, changes) => {
    await expect(verifier.verify(await sign(changes))).rejects.toMatchObject(invalid);
  });

  it('of another key under the same id is refused', async () => {
    const forger = await generateSigningKey();
    await expect(verifier.verify(await sign({}, forger.privateKey))).rejects.toMatchObject(invalid);
  });

  it('with changed claims is refused', async () => {
    const [header, , signature] = (await sign({ claims: { role: 'STUDENT' } })).split('.');
    await expect(verifier.verify(`${header}.${encode(parts().claims)}.${signature}`)).rejects.toMatchObject(invalid);
  });

  it.each(['', 'x', 'x.y', 'x.y.z', 'bnVsbA.bnVsbA.bnVsbA', 'a.b.c.d.e'])(
    'that is none (%j) is refused',
    async (token) => {
      await expect(verifier.verify(token)).rejects.toMatchObject(invalid);
    },
  );

  it('says nothing of itself when it is refused', async () => {
    const token = await sign({ claims: { aud: 'somebody-else' } });
    const failure: Error = await verifier.verify(token).catch((error) => error);
    expect(failure.message).toBe('The access token is not valid: sign in again.');
  });

  it('that has expired is refused with a separate reason', async () => {
    const { token } = await signAccessToken(key, { userId, role: 'ADMIN' }, new Date(), -1);
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'TOKEN_EXPIRED' });
  });

  it('that was accepted before is refused once it has expired', async () => {
    const { token, expiresAt } = await signAccessToken(key, { userId, role: 'ADMIN' }, new Date());
    const viewer = await verifier.verify(token);
    expect(await verifier.verify(token)).toBe(viewer);
    jest.useFakeTimers({ now: expiresAt, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] });
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'TOKEN_EXPIRED' });
  });

  it('is not reported as invalid when the keys are unreachable or malformed', async () => {
    const { token } = await signAccessToken(key, { userId, role: 'ADMIN' }, new Date());
    const site = await openSite();
    try {
      for (const answer of [
        { status: 503, body: '{"keys":[]}' },
        { status: 200, body: 'not JSON' },
        { status: 200, body: '{"error":"starting"}' },
      ]) {
        site.answers.set('/jwks', answer);
        const remote = createTokenVerifier({ keys: publicKeys(new URL(`${site.url}/jwks`)) });
        await expect(remote.verify(token)).rejects.not.toMatchObject({ name: 'AuthenticationError' });
      }
      const nobody = createTokenVerifier({ keys: publicKeys(new URL('http://127.0.0.1:1/jwks')) });
      await expect(nobody.verify(token)).rejects.not.toMatchObject({ name: 'AuthenticationError' });
    } finally {
      await site.close();
    }
  });

  it('is verified by keys that identity publishes', async () => {
    const site = await openSite();
    site.answers.set('/jwks', { status: 200, body: JSON.stringify({ keys: [key.publicJwk] }) });
    try {
      const remote = createTokenVerifier({ keys: publicKeys(new URL(`${site.url}/jwks`)) });
      const { token } = await signAccessToken(key, { userId, role: 'STUDENT' }, new Date());
      expect(await remote.verify(token)).toMatchObject({ userId });
    } finally {
      await site.close();
    }
  });
});

/** A web site whose pages the test defines. */
interface Site {
  readonly url: string;
  readonly answers: Map<string, { status: number; body: string }>;
  readonly asked: string[];
  close(): Promise<void>;
}

async function openSite(): Promise<Site> {
  const answers: Site['answers'] = new Map();
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(String(request.url));
    const { status, body } = answers.get(String(request.url)) ?? { status: 404, body: '{}' };
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

describe('a token of another issuer', () => {
  let site: Site;
  let foreignKey: CryptoKey;
  let jwk: JWK;
  const discovery = '/.well-known/openid-configuration';

  beforeAll(async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    foreignKey = pair.privateKey;
    jwk = { ...(await exportJWK(pair.publicKey)), kid: 'campus-1', alg: 'ES256', use: 'sig' };
  });
  beforeEach(async () => {
    site = await openSite();
    site.answers.set('/keys', { status: 200, body: JSON.stringify({ keys: [jwk] }) });
    publishDiscovery();
    verifier = createTokenVerifier({
      keys: publicKeys([key]),
      external: { issuer: site.url, audience: 'lyceum-campus' },
    });
  });
  afterEach(() => site.close());

  function publishDiscovery(document: object = { issuer: site.url, jwks_uri: `${site.url}/keys` }): void {
    site.answers.set(discovery, { status: 200, body: JSON.stringify(document) });
  }

  function foreignToken(claims: object = {}, header: object = {}, by: CryptoKey = foreignKey): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: site.url, aud: 'lyceum-campus', sub: 'ada', iat: now, exp: now + 60, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'campus-1', ...header })
      .sign(by);
  }

  it('makes a viewer who is always the same person', async () => {
    const viewer = await verifier.verify(await foreignToken({ name: 'Ada Lovelace', email: 'ada@example.org' }));
    expect(viewer).toMatchObject({
      userId: userIdOf(site.url, 'ada'),
      role: 'STUDENT',
      scopes: new Set(['learn']),
      external: { issuer: site.url, name: 'Ada Lovelace', email: 'ada@example.org' },
    });
    const again = await verifier.verify(await foreignToken({ preferred_username: 'ada.l' }));
    expect(again.userId).toBe(viewer.userId);
    expect(again.external).toEqual({ issuer: site.url, name: 'ada.l', email: null });
    expect((await verifier.verify(await foreignToken({ sub: 'grace' }))).userId).not.toBe(viewer.userId);
    expect(site.asked).toEqual([discovery, '/keys']);
  });

  it('has the role that the issuer gives, if it gives one', async () => {
    const viewer = await verifier.verify(await foreignToken({ lyceum_role: 'INSTRUCTOR' }));
    expect([viewer.role, [...viewer.scopes]]).toEqual(['INSTRUCTOR', ['learn', 'teach']]);
    await expect(verifier.verify(await foreignToken({ lyceum_role: 'OWNER' }))).rejects.toMatchObject(invalid);
  });

  it('is refused for another audience, and for Lyceum’s own', async () => {
    for (const aud of ['somebody-else', 'lyceum', undefined]) {
      await expect(verifier.verify(await foreignToken({ aud }))).rejects.toMatchObject(invalid);
    }
  });

  it('is refused when it has expired, with a separate reason', async () => {
    const token = await foreignToken({ exp: Math.floor(Date.now() / 1000) - 1 });
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'TOKEN_EXPIRED' });
  });

  it('is refused when another key has signed it, Lyceum’s own included', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    await expect(verifier.verify(await foreignToken({}, {}, privateKey))).rejects.toMatchObject(invalid);
    const own = await foreignToken({}, { alg: 'EdDSA', kid: key.kid }, key.privateKey);
    await expect(verifier.verify(own)).rejects.toMatchObject(invalid);
  });

  it('cannot pass for one of Lyceum’s own', async () => {
    const token = await foreignToken({ iss: 'lyceum', aud: 'lyceum', sub: userId, role: 'ADMIN' }, { typ: 'at+jwt' });
    await expect(verifier.verify(token)).rejects.toMatchObject(invalid);
  });

  it('is refused without asking anyone when its issuer is not configured', async () => {
    const stranger = await openSite();
    try {
      const token = await foreignToken({ iss: stranger.url });
      await expect(verifier.verify(token)).rejects.toMatchObject(invalid);
      const lyceumOnly = createTokenVerifier({ keys: publicKeys([key]) });
      await expect(lyceumOnly.verify(await foreignToken())).rejects.toMatchObject(invalid);
      expect([...stranger.asked, ...site.asked]).toEqual([]);
    } finally {
      await stranger.close();
    }
  });

  it.each<[string, () => void]>([
    ['is down', () => site.answers.set(discovery, { status: 503, body: '{"error":"starting"}' })],
    ['answers no JSON', () => site.answers.set(discovery, { status: 200, body: '<html>' })],
    ['is of another issuer', () => publishDiscovery({ issuer: 'https://evil.example', jwks_uri: `${site.url}/keys` })],
    ['names no keys', () => publishDiscovery({ issuer: site.url })],
  ])('is not blamed while the issuer’s discovery %s, and is accepted when it is mended', async (_fault, spoil) => {
    spoil();
    const token = await foreignToken();
    await expect(verifier.verify(token)).rejects.not.toMatchObject({ name: 'AuthenticationError' });
    await expect(verifier.verify(token)).rejects.toThrow(/discovery|openid-configuration/);
    publishDiscovery();
    expect(await verifier.verify(token)).toMatchObject({ userId: userIdOf(site.url, 'ada') });
    expect(site.asked.filter((path) => path === discovery)).toHaveLength(3);
  });

  it('is not reported as invalid while the issuer’s keys are unavailable', async () => {
    const keys = site.answers.get('/keys');
    site.answers.set('/keys', { status: 502, body: '{}' });
    const token = await foreignToken();
    await expect(verifier.verify(token)).rejects.not.toMatchObject({ name: 'AuthenticationError' });
    if (keys) site.answers.set('/keys', keys);
    expect(await verifier.verify(token)).toMatchObject({ role: 'STUDENT' });
  });

  it('asks for the discovery document once, however many come first', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, (_, index) => foreignToken({ sub: `p${index}` })));
    await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(site.asked.filter((path) => path === discovery)).toHaveLength(1);
  });
});
