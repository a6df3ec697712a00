import type { Role, UserId } from '@lyceum/contracts';

/** The scopes of each role. Rules on objects (my attempt, a course I teach) are in the domain's services. */
export type Scope = 'learn' | 'teach' | 'administer';

const scopes: Readonly<Record<Role, readonly Scope[]>> = {
  STUDENT: ['learn'],
  INSTRUCTOR: ['learn', 'teach'],
  ADMIN: ['learn', 'teach', 'administer'],
};

export function scopesOf(role: Role): readonly Scope[] {
  return scopes[role];
}

/** The user on whose behalf an operation runs, taken from a verified token. */
export interface Viewer {
  readonly userId: UserId;
  readonly role: Role;
  readonly scopes: ReadonlySet<string>;
  /** When the token was issued. */
  readonly issuedAt: Date;
  /** When the token expires; sockets opened with it are closed then. */
  readonly expiresAt: Date;
  /** Claims of an external issuer; null for Lyceum's own tokens. */
  readonly external: { readonly issuer: string; readonly name: string; readonly email: string | null } | null;
}

/** Whether the viewer has all scopes of at least one set, as defined for `@requiresScopes`. */
export function hasScopes(viewer: Viewer | null, anyOf: readonly (readonly string[])[]): boolean {
  return viewer !== null && anyOf.some((allOf) => allOf.every((scope) => viewer.scopes.has(scope)));
}
