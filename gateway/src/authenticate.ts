import { AuthenticationError, type TokenVerifier, type Viewer } from '@lyceum/auth';
import type { RequestScope } from '@lyceum/telemetry';
import { GraphQLError } from 'graphql';
import type { Identity } from './context.ts';

/**
 * Verifies the token of an `Authorization: Bearer …` header, once per operation; without a header the viewer is
 * anonymous.
 * @throws {GraphQLError} UNAUTHENTICATED with the reason TOKEN_EXPIRED or TOKEN_INVALID
 */
export async function authenticate(
  authorization: string | undefined,
  request: RequestScope,
  tokens: TokenVerifier,
): Promise<Identity> {
  if (authorization === undefined || authorization === '') {
    return { caller: { token: undefined, request }, viewer: null };
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) {
    throw unauthenticated('TOKEN_INVALID', 'The Authorization header must read "Bearer <access token>".');
  }
  return { caller: { token, request }, viewer: await verify(token, tokens) };
}

async function verify(token: string, tokens: TokenVerifier): Promise<Viewer> {
  try {
    return await tokens.verify(token);
  } catch (error) {
    if (error instanceof AuthenticationError) throw unauthenticated(error.reason, error.message);
    throw error;
  }
}

function unauthenticated(reason: AuthenticationError['reason'], message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', reason, http: { status: 401 } } });
}
