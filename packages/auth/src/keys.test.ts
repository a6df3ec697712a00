import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import {
  generateSigningKey,
  importSigningKey,
  KeyUnusable,
  loadOrCreateSigningKey,
  openSigningKey,
  publicKeys,
} from './index.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  path = join(folder, 'keys', 'signing.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a signing key in a file', () => {
  it('is made at the first start, for its owner’s eyes only, and is the same at the next', async () => {
    const first = await loadOrCreateSigningKey(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
    const second = await loadOrCreateSigningKey(path);
    expect(second.publicJwk).toEqual(first.publicJwk);
    expect(await readdir(join(folder, 'keys'))).toEqual(['signing.json']);
  });

  it('is one, however many start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateSigningKey(path)));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    expect((await loadOrCreateSigningKey(path)).kid).toBe(keys[0]?.kid);
    expect(await readdir(join(folder, 'keys'))).toEqual(['signing.json']);
  });

  it.each([
    ['garbage', 'top secret garbage'],
    ['an empty file', ''],
    ['null', 'null'],
    ['a public key', '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'],
    ['a broken key', '{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA"}'],
  ])('is not replaced where there is %s: the error names the file, and repeats nothing of it', async (_what, text) => {
    const file = join(folder, 'key.json');
    await writeFile(file, text);
    const failure = await loadOrCreateSigningKey(file).catch((error: Error) => error.message);
    expect(failure).toMatch(/does not contain a usable key: \S/);
    expect(failure).toContain(file);
    expect(failure).not.toContain('top secret');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('that cannot be read is not replaced', async () => {
    await expect(loadOrCreateSigningKey(folder)).rejects.toThrow(/EISDIR/);
  });
});

describe('importSigningKey', () => {
  it('takes an Ed25519 private key, and shows no more than its public half', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const key = await importSigningKey(await exportJWK(privateKey));
    expect(key.publicJwk).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      x: expect.any(String),
      kid: key.kid,
      alg: 'EdDSA',
      use: 'sig',
    });
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', kid: key.kid }).sign(key.privateKey);
    await expect(jwtVerify(token, publicKeys([key]))).resolves.toBeDefined();
  });

  it.each(['RS256', 'ES256', 'EdDSA'])('refuses %s keys of another kind or without a private half', async (alg) => {
    const pair = await generateKeyPair(alg, { extractable: true });
    const jwk = await exportJWK(alg === 'EdDSA' ? pair.publicKey : pair.privateKey);
    await expect(importSigningKey(jwk)).rejects.toThrow('must be an Ed25519 private key');
  });

  it('refuses a shared secret', async () => {
    await expect(importSigningKey({ kty: 'oct', k: 'c2VjcmV0' })).rejects.toThrow('must be an Ed25519 private key');
  });

  it('gives every new key an id of its own', async () => {
    const keys = await Promise.all([generateSigningKey(), generateSigningKey()]);
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
  });
});

describe('openSigningKey', () => {
  const path = '/dev/null/nowhere/key.json';

  it('takes the key that the environment gives, and touches no file', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const given = JSON.stringify(await exportJWK(privateKey));
    expect(await openSigningKey({ given, variable: 'KEY', path })).toMatchObject({ publicJwk: { crv: 'Ed25519' } });
  });

  it.each(['hunter2', '[1]', '{"kty":"RSA","d":"hunter2"}'])(
    'names the variable but repeats nothing of %s',
    async (given) => {
      const opened = openSigningKey({ given, variable: 'KEY', path });
      await expect(opened).rejects.toThrow(KeyUnusable);
      await expect(opened).rejects.toThrow(/^KEY cannot be used: /);
      await expect(opened).rejects.not.toThrow(/hunter2/);
    },
  );

  it('names the folder where no key can be kept', async () => {
    await expect(openSigningKey({ given: undefined, variable: 'KEY', path })).rejects.toThrow(
      /^The keys cannot be kept in \/dev\/null\/nowhere \(ENOTDIR\); .* LYCEUM_DATA_DIR\.$/,
    );
  });
});
