import type { z } from 'zod';
import { badUserInput } from './errors.ts';

/**
 * Reads an id that a client sent.
 * @throws BAD_USER_INPUT naming the argument if it is not an id
 * @example parseId(UserId, 'input.userId', input.userId)
 */
export function parseId<Id extends z.ZodType<string>>(kind: Id, argument: string, value: string): z.output<Id> {
  const parsed = kind.safeParse(value);
  if (parsed.success) return parsed.data;
  throw badUserInput(argument, `expected an id returned by this API, not ${JSON.stringify(value.slice(0, 50))}`);
}
