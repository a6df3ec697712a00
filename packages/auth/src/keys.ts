import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** An Ed25519 signing key with its public key. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Creates an Ed25519 key, for tests and first starts. */
export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return importSigningKey(await exportJWK(privateKey));
}

/**
 * Reads an Ed25519 private key in JWK form.
 * @throws {Error} if it is not one
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

/** A signing key cannot be read or stored. The message is for the operator and contains no part of the key. */
export class KeyUnusable extends Error {
  readonly code = 'KEY_UNUSABLE';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyUnusable';
  }
}

/**
 * The signing key of an installation: the given one, or the one in a file, which is created at the first start.
 * @param variable the environment variable's name, for error messages
 * @throws {KeyUnusable}
 */
export async function openSigningKey(source: {
  given: string | undefined;
  variable: string;
  path: string;
}): Promise<SigningKey> {
  const { given, variable, path } = source;
  if (given === undefined) return loadOrCreateSigningKey(path);
  try {
    return await importSigningKey(parseJwk(given));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be read';
    throw new KeyUnusable(`${variable} cannot be used: ${reason}`);
  }
}

/**
 * Reads the key from a file (mode 600), or creates it. If several processes start at once, one of them creates it.
 * @throws {KeyUnusable}
 */
export async function loadOrCreateSigningKey(path: string): Promise<SigningKey> {
  const existing = await readKey(path);
  if (existing) return existing;
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const text = `${JSON.stringify(await exportJWK(privateKey))}\n`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeOnce(path, text);
  } catch (cause) {
    throw cannotKeep(path, cause);
  }
  const stored = await readKey(path);
  if (!stored) throw new KeyUnusable(`${path} was removed while the key was being written.`);
  return stored;
}

function cannotKeep(path: string, cause: unknown): KeyUnusable {
  const { code = 'unknown fault' } = cause as NodeJS.ErrnoException;
  return new KeyUnusable(
    `The keys cannot be kept in ${dirname(path)} (${code}); change its permissions or choose another folder with LYCEUM_DATA_DIR.`,
    { cause },
  );
}

/** Creates a file atomically: readers see the whole file or none, even after a crash. */
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx', flush: true });
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readKey(path: string): Promise<SigningKey | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cannotKeep(path, error);
  }
  try {
    return await importSigningKey(parseJwk(text));
  } catch (error) {
    throw new KeyUnusable(`${path} does not contain a usable key: ${error instanceof Error ? error.message : error}`);
  }
}

function parseJwk(text: string): JWK {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // JSON.parse's message would repeat part of the text, which may be a key.
  }
  if (typeof value !== 'object' || value === null) throw new Error('it is not a JSON object');
  return value;
}
