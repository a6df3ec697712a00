import type { z } from 'zod';
import { badUserInput } from './errors.ts';

/**
 * Reads an id that a client sent.
 * @throws BAD_USER_INPUT naming the argument where it is no id at all
 * @example parseId(UserId, 'input.userId', input.userId)
 */
export function parseId<Id extends z.ZodType<string>>(kind: Id, argument: string, value: string): z.output<Id> {
  const parsed = kind.safeParse(value);
  if (parsed.success) return parsed.data;
  throw badUserInput(argument, `expected an id that this API gave out, not ${JSON.stringify(value.slice(0, 50))}`);
}
