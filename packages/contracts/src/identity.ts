import { z } from 'zod';
import { defineEvent } from './event.ts';
import { UserId } from './ids.ts';

export const Role = z.enum(['STUDENT', 'INSTRUCTOR', 'ADMIN']);
export type Role = z.infer<typeof Role>;

export const UserRegistered = defineEvent({
  type: 'identity.user.registered.v1',
  description: 'A person has an account, by registering or by a first sign-in from another issuer.',
  key: 'userId',
  payload: z.object({ userId: UserId, name: z.string(), email: z.email(), role: Role, registeredAt: z.iso.datetime() }),
});
