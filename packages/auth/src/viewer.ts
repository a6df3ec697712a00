import type { Role, UserId } from '@lyceum/contracts';

/** What a role allows in general. Rules on objects (my attempt, a course I teach) live in the domain's services. */
export type Scope = 'learn' | 'teach' | 'administer';

const scopes: Readonly<Record<Role, readonly Scope[]>> = {
  STUDENT: ['learn'],
  INSTRUCTOR: ['learn', 'teach'],
  ADMIN: ['learn', 'teach', 'administer'],
};

export function scopesOf(role: Role): readonly Scope[] {
  return scopes[role];
}

/** The person on whose behalf an operation runs, as a verified token tells. */
export interface Viewer {
  readonly userId: UserId;
  readonly role: Role;
  readonly scopes: ReadonlySet<string>;
  /** When the token was given out. */
  readonly issuedAt: Date;
  /** When the token ends; what it opened ends with it. */
  readonly expiresAt: Date;
  /** What another issuer says of the person; null for Lyceum's own tokens. */
  readonly external: { readonly issuer: string; readonly name: string; readonly email: string | null } | null;
}

/** Whether the viewer has every scope of at least one of the sets, as `@requiresScopes` reads. */
export function hasScopes(viewer: Viewer | null, anyOf: readonly (readonly string[])[]): boolean {
  return viewer !== null && anyOf.some((allOf) => allOf.every((scope) => viewer.scopes.has(scope)));
}
