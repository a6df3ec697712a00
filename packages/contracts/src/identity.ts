import { z } from 'zod';
import { defineEvent } from './event.ts';
import { UserId } from './ids.ts';

export const Role = z.enum(['STUDENT', 'INSTRUCTOR', 'ADMIN']);
export type Role = z.infer<typeof Role>;

/** Maximum length of an address in characters: RFC 5321 allows a path of 256 octets, including its brackets. */
export const longestEmailAddress = 254;

/**
 * An e-mail address in events: validated like accepted addresses, except for the length, which events never guaranteed.
 */
export const EmailAddress = z.email();

/** An accepted e-mail address: the same rule for the API, the domain and external issuers' tokens. */
export const NewEmailAddress = EmailAddress.max(longestEmailAddress);

export const UserRegistered = defineEvent({
  type: 'identity.user.registered.v1',
  description: 'An account was created, by registration or by the first sign-in from an external issuer.',
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
  description: "A user's role, and so their rights, changed. Access tokens issued earlier contain outdated rights.",
  key: 'userId',
  payload: z.object({ userId: UserId, role: Role, changedAt: z.iso.datetime() }),
});
