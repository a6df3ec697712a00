import { badUserInput } from './errors.ts';

const longestKey = 100;

/**
 * The key with which a client can safely retry an operation.
 * @throws BAD_USER_INPUT unless it has 1 to 100 characters
 */
export function readIdempotencyKey({ idempotencyKey: key }: { readonly idempotencyKey: string }): string {
  if (key.length >= 1 && key.length <= longestKey) return key;
  throw badUserInput('input.idempotencyKey', `expected 1 to ${longestKey} characters, not ${key.length}`);
}
