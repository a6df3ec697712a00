import { checkText, type Invalid, type Role, type UserId } from '@lyceum/contracts';

/** A person with an account. */
export interface User {
  readonly id: UserId;
  readonly name: string;
  /** As the person wrote it; compared without regard to case. */
  readonly email: string;
  readonly role: Role;
  readonly version: number;
  readonly createdAt: Date;
}

/** Addresses are visible to the person and to administrators. */
export function maySeeAddress(user: User, viewer: { readonly userId: UserId; readonly role: Role } | null): boolean {
  return viewer !== null && (viewer.userId === user.id || viewer.role === 'ADMIN');
}

export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

export type RegistrationFault = Invalid | { readonly outcome: 'ROLE_NOT_OPEN' };

export const nameLength = { least: 1, most: 100 } as const;
export const passwordLength = { least: 12, most: 200 } as const;

/** The error in a registration, or null. Only the database knows whether the address is taken. */
export function checkRegistration(registration: Registration, openRoles: readonly Role[]): RegistrationFault | null {
  return (
    checkText('name', 'A name', registration.name.trim(), nameLength) ??
    checkText('password', 'A password', registration.password, passwordLength) ??
    (openRoles.includes(registration.role) ? null : { outcome: 'ROLE_NOT_OPEN' })
  );
}

export function openAccount(registration: Omit<Registration, 'password'>, id: UserId, now: Date): User {
  return {
    id,
    name: registration.name.trim(),
    email: registration.email,
    role: registration.role,
    version: 1,
    createdAt: now,
  };
}

/** The account with another role. */
export function changeRole(user: User, role: Role): User {
  return { ...user, role, version: user.version + 1 };
}
