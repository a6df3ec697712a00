import { loadOrCreateSigningKey, type SigningKey } from '@lyceum/auth';
import { OperatorError } from '@lyceum/environment';
import { type IdentityEnvironment, type IdentityOptions, identityOptions } from '@lyceum/identity';

/**
 * Identity as the environment wants it, and the gateway's own key; makes the keys at the first start.
 * @throws {OperatorError} where a key cannot be read or kept; the message does not repeat any of it
 */
export async function openKeys(
  environment: IdentityEnvironment,
): Promise<{ options: IdentityOptions; gateway: SigningKey }> {
  const folder = `${environment.LYCEUM_DATA_DIR}/keys`;
  try {
    const options = await identityOptions(environment);
    return { options, gateway: await loadOrCreateSigningKey(`${folder}/gateway.json`) };
  } catch (error) {
    throw new OperatorError('KEYS_UNUSABLE', explain(error, folder, environment));
  }
}

function explain(error: unknown, folder: string, { IDENTITY_SIGNING_KEY: given }: IdentityEnvironment): string {
  if (!(error instanceof Error)) return String(error);
  if ('syscall' in error && 'code' in error) {
    return `The keys cannot be kept in ${folder} (${error.code}); change its permissions or choose another folder with LYCEUM_DATA_DIR.`;
  }
  if (given === undefined) return error.message;
  return 'IDENTITY_SIGNING_KEY cannot be used; it should be an Ed25519 private key in JWK form: {"kty":"OKP","crv":"Ed25519","x":…,"d":…}.';
}
