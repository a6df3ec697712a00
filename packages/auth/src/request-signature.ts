import { createHash, randomUUID } from 'node:crypto';
import { errors, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { AuthenticationError, isKeysOutOfReach } from './errors.ts';
import type { SigningKey } from './keys.ts';

/** A GraphQL operation as sent from the gateway to a subgraph. */
export interface SignedOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** The HTTP header with the gateway's signature; on a socket it is in the payload's extensions. */
export const signatureHeader = 'x-lyceum-signature';

const gatewayIssuer = 'lyceum-gateway';
const lifetimeSeconds = 30;

/** SHA-256 over what the subgraph will execute, so that a signature cannot be reused for another operation. */
function digest(operation: SignedOperation): string {
  const executed = [operation.query, operation.operationName ?? null, operation.variables ?? null];
  return createHash('sha256').update(JSON.stringify(executed)).digest('base64url');
}

/** Signs an operation for one subgraph: a JWT (EdDSA), valid once and for 30 seconds. */
export function signRequest(key: SigningKey, subgraph: string, operation: SignedOperation): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ digest: digest(operation) })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'lyceum-request+jwt' })
    .setIssuer(gatewayIssuer)
    .setAudience(subgraph)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds)
    .setJti(randomUUID())
    .sign(key.privateKey);
}

export interface RequestVerifier {
  /**
   * Accepts an operation that the gateway signed for this subgraph, once.
   * @throws {AuthenticationError} if the signature is missing, expired, already used, or for another subgraph or
   * operation
   */
  verify(signature: string | undefined, operation: SignedOperation): Promise<void>;
}

/** Verifies the gateway's signatures for one subgraph; remembers unexpired ones, so that none is accepted twice. */
export function createRequestVerifier(options: { subgraph: string; keys: JWTVerifyGetKey }): RequestVerifier {
  const used = new Map<string, number>();

  function forgetExpired(now: number): void {
    for (const [jti, expiry] of used) {
      if (expiry >= now) return;
      used.delete(jti);
    }
  }

  return {
    async verify(signature, operation) {
      if (!signature) {
        throw new AuthenticationError('SIGNATURE_MISSING', 'This is a subgraph: send the operation to the gateway.');
      }
      try {
        const { payload } = await jwtVerify(signature, options.keys, {
          issuer: gatewayIssuer,
          audience: options.subgraph,
          algorithms: ['EdDSA'],
          typ: 'lyceum-request+jwt',
          maxTokenAge: lifetimeSeconds,
          clockTolerance: 5,
          requiredClaims: ['exp', 'jti', 'digest'],
        });
        const now = Math.floor(Date.now() / 1000);
        forgetExpired(now);
        const { jti, exp } = payload;
        if (payload.digest !== digest(operation) || !jti || !exp || used.has(jti)) throw new errors.JWTInvalid();
        used.set(jti, exp + 5);
      } catch (error) {
        if (isKeysOutOfReach(error) || !(error instanceof errors.JOSEError)) throw error;
        throw new AuthenticationError('SIGNATURE_INVALID', "The gateway's signature does not match this operation.");
      }
    },
  };
}
