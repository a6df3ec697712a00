import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** An Ed25519 key that signs, with the public half that others verify with. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Makes a new Ed25519 key; for tests and for first starts. */
export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return importSigningKey(await exportJWK(privateKey));
}

/**
 * Reads an Ed25519 private key in JWK form.
 * @throws {Error} where it is not one
 */
export async function importSigningKey(jwk: JWK): Promise<SigningKey> {
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !jwk.d || !jwk.x) {
    throw new Error(
      'A signing key must be an Ed25519 private key in JWK form: {"kty":"OKP","crv":"Ed25519","x":…,"d":…}',
    );
  }
  const kid = await calculateJwkThumbprint(jwk);
  const privateKey = await importJWK(jwk, 'EdDSA');
  if (privateKey instanceof Uint8Array) throw new Error('A signing key must be asymmetric');
  const { d: _private, ...publicJwk } = jwk;
  return { kid, privateKey, publicJwk: { ...publicJwk, kid, alg: 'EdDSA', use: 'sig' } };
}

/** Reads the key in a file (mode 600), or makes one and writes it there; of two starting at once, one makes it. */
export async function loadOrCreateSigningKey(path: string): Promise<SigningKey> {
  const existing = await readKey(path);
  if (existing) return existing;
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = await exportJWK(privateKey);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(jwk)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const made = await readKey(path);
    if (made) return made;
  }
  return importSigningKey(jwk);
}

async function readKey(path: string): Promise<SigningKey | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return await importSigningKey(JSON.parse(text));
  } catch (error) {
    throw new Error(`${path} holds no usable key: ${error instanceof Error ? error.message : error}`);
  }
}
