export {
  accessTokenLifetime,
  createTokenVerifier,
  type ExternalIssuer,
  publicKeys,
  signAccessToken,
  type TokenVerifier,
} from './access-token.ts';
export { AuthenticationError } from './errors.ts';
export {
  generateSigningKey,
  importSigningKey,
  KeyUnusable,
  loadOrCreateSigningKey,
  openSigningKey,
  type SigningKey,
} from './keys.ts';
export {
  createRequestVerifier,
  type RequestVerifier,
  type SignedOperation,
  signatureHeader,
  signRequest,
} from './request-signature.ts';
export { hasScopes, type Scope, scopesOf, type Viewer } from './viewer.ts';
