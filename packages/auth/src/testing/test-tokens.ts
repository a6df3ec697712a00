import { newId, type Role, UserId } from '@lyceum/contracts';
import { createTokenVerifier, publicKeys, signAccessToken, type TokenVerifier } from '../access-token.ts';
import { generateSigningKey, type SigningKey } from '../keys.ts';

/** Somebody who is signed in. */
export interface TestViewer {
  readonly userId: UserId;
  readonly token: string;
}

/** Tokens of a test, signed by a key of its own. */
export interface TestTokens {
  readonly signingKey: SigningKey;
  readonly verifier: TokenVerifier;
  signIn(role: Role, options?: { userId?: UserId; lifetimeSeconds?: number }): Promise<TestViewer>;
}

export async function createTestTokens(): Promise<TestTokens> {
  const signingKey = await generateSigningKey();
  return {
    signingKey,
    verifier: createTokenVerifier({ keys: publicKeys([signingKey]) }),
    async signIn(role, { userId = newId(UserId), lifetimeSeconds } = {}) {
      const { token } = await signAccessToken(signingKey, { userId, role }, new Date(), lifetimeSeconds);
      return { userId, token };
    },
  };
}
