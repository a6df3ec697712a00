import { NewEmailAddress, Role, UserId, userIdOf } from '@lyceum/contracts';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import { z } from 'zod';
import { AuthenticationError, isKeysOutOfReach } from './errors.ts';
import type { SigningKey } from './keys.ts';
import { scopesOf, type Viewer } from './viewer.ts';

/** `iss` and `aud` of Lyceum's own access tokens. */
export const lyceumIssuer = 'lyceum';
export const lyceumAudience = 'lyceum';

/** Lifetime of an access token in seconds. */
export const accessTokenLifetime = 15 * 60;

/**
 * Signs an access token for a user (EdDSA, `typ: at+jwt`).
 * @param issuedAt by the clock that timestamps changes of rights: a token issued before the last change is refused
 */
export async function signAccessToken(
  key: SigningKey,
  person: { userId: UserId; role: Role },
  issuedAt: Date,
  lifetimeSeconds = accessTokenLifetime,
): Promise<{ token: string; expiresAt: Date }> {
  const issuedAtSeconds = issuedAt.getTime() / 1_000;
  const expiresAt = Math.floor(issuedAtSeconds) + lifetimeSeconds;
  const token = await new SignJWT({ role: person.role, scope: scopesOf(person.role).join(' ') })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'at+jwt' })
    .setIssuer(lyceumIssuer)
    .setAudience(lyceumAudience)
    .setSubject(person.userId)
    // With milliseconds, so that a token issued just after a change does not look older than the change.
    .setIssuedAt(issuedAtSeconds)
    .setExpirationTime(expiresAt)
    .sign(key.privateKey);
  return { token, expiresAt: new Date(expiresAt * 1_000) };
}

/** An issuer's public keys: given locally, or fetched and cached from its JWKS URL. */
export function publicKeys(keys: readonly SigningKey[] | URL): JWTVerifyGetKey {
  return keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet({ keys: keys.map((key) => key.publicJwk) });
}

export interface TokenVerifier {
  /**
   * The viewer that a token identifies.
   * @throws {AuthenticationError} if it is expired, forged, or for another audience
   * @throws {Error} any other error if the issuer's keys cannot be fetched: the token may be valid
   */
  verify(token: string): Promise<Viewer>;
}

const LyceumClaims = z.object({ sub: UserId, role: Role, iat: z.number(), exp: z.number() });
const ExternalClaims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  name: z.string().min(1).optional(),
  preferred_username: z.string().min(1).optional(),
  // An address that Lyceum does not accept counts as none.
  email: NewEmailAddress.optional().catch(undefined),
  lyceum_role: Role.optional(),
});

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** An OpenID Connect issuer whose tokens are accepted in addition to Lyceum's own. */
export interface ExternalIssuer {
  readonly issuer: string;
  readonly audience: string;
}

/**
 * Verifies access tokens: Lyceum's own with `keys`, those of an external issuer with the keys named by its discovery
 * document. Algorithms are pinned; issuer, audience and expiry are checked. Verified tokens are cached until they
 * expire.
 */
export function createTokenVerifier(options: {
  keys: JWTVerifyGetKey;
  external?: ExternalIssuer | undefined;
}): TokenVerifier {
  const remembered = new Map<string, Viewer>();
  const externalKeys = options.external && discoverKeys(options.external.issuer);

  async function verifyNew(token: string): Promise<Viewer> {
    if (options.external && externalKeys && issuerOf(token) === options.external.issuer) {
      const { payload } = await jwtVerify(token, externalKeys, {
        issuer: options.external.issuer,
        audience: options.external.audience,
        algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
        requiredClaims: ['iat', 'exp', 'sub'],
      });
      return externalViewer(payload);
    }
    const { payload } = await jwtVerify(token, options.keys, {
      issuer: lyceumIssuer,
      audience: lyceumAudience,
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
      requiredClaims: ['iat', 'exp', 'sub'],
    });
    const { sub, role, iat, exp } = LyceumClaims.parse(payload);
    return {
      userId: sub,
      role,
      scopes: new Set(scopesOf(role)),
      issuedAt: new Date(Math.round(iat * 1_000)),
      expiresAt: new Date(exp * 1_000),
      external: null,
    };
  }

  return {
    async verify(token) {
      const known = remembered.get(token);
      if (known && known.expiresAt.getTime() > Date.now()) return known;
      remembered.delete(token);
      try {
        const viewer = await verifyNew(token);
        if (remembered.size >= 10_000) remembered.clear();
        remembered.set(token, viewer);
        return viewer;
      } catch (error) {
        if (error instanceof errors.JWTExpired) {
          throw new AuthenticationError('TOKEN_EXPIRED', 'The access token has expired: refresh the session.');
        }
        if (isKeysOutOfReach(error) || !(error instanceof errors.JOSEError || error instanceof z.ZodError)) throw error;
        throw new AuthenticationError('TOKEN_INVALID', 'The access token is not valid: sign in again.');
      }
    },
  };
}

function externalViewer(payload: JWTPayload): Viewer {
  const claims = ExternalClaims.parse(payload);
  const role = claims.lyceum_role ?? 'STUDENT';
  return {
    userId: userIdOf(claims.iss, claims.sub),
    role,
    scopes: new Set(scopesOf(role)),
    issuedAt: new Date(Math.round(claims.iat * 1_000)),
    expiresAt: new Date(claims.exp * 1_000),
    external: {
      issuer: claims.iss,
      name: claims.name ?? claims.preferred_username ?? claims.email ?? claims.sub,
      email: claims.email ?? null,
    },
  };
}

function issuerOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).iss;
  } catch {
    return undefined;
  }
}

const discoveryTimeoutMs = 5_000;

/** Reads the keys' location from the issuer's discovery document at the first token, and again after a failure. */
function discoverKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  async function discover(): Promise<JWTVerifyGetKey> {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(discoveryTimeoutMs) });
    if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
    const document = Discovery.safeParse(await response.json().catch(() => undefined));
    if (!document.success || document.data.issuer !== issuer) {
      throw new Error(`${address} is not the discovery document of ${issuer}.`);
    }
    return createRemoteJWKSet(new URL(document.data.jwks_uri));
  }
  return async (header, token) => {
    found ??= discover().catch((error) => {
      found = undefined;
      throw error;
    });
    return (await found)(header, token);
  };
}
