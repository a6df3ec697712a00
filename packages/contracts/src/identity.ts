import { z } from 'zod';
import { defineEvent } from './event.ts';
import { UserId } from './ids.ts';

export const Role = z.enum(['STUDENT', 'INSTRUCTOR', 'ADMIN']);
export type Role = z.infer<typeof Role>;

/** Characters of the longest address: RFC 5321 allows a path of 256 octets, its brackets included. */
export const longestEmailAddress = 254;

/** An e-mail address as events tell it: the same that are taken, but for the length, which no event has ever promised. */
export const EmailAddress = z.email();

/** An e-mail address as it is taken: the same for the API, the domain and the tokens of other issuers. */
export const NewEmailAddress = EmailAddress.max(longestEmailAddress);

export const UserRegistered = defineEvent({
  type: 'identity.user.registered.v1',
  description: 'A person has an account, by registering or by a first sign-in from another issuer.',
  key: 'userId',
  payload: z.object({
    userId: UserId,
    name: z.string(),
    email: EmailAddress,
    role: Role,
    registeredAt: z.iso.datetime(),
  }),
});

export const UserRoleChanged = defineEvent({
  type: 'identity.user.role-changed.v1',
  description:
    'A person may do more, or less, than before. Access tokens that were given out before say what is no longer so.',
  key: 'userId',
  payload: z.object({ userId: UserId, role: Role, changedAt: z.iso.datetime() }),
});
