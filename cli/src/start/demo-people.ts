import type { Role } from '@lyceum/contracts';

/** The password of every demo person; the accounts exist only if the start creates them. */
export const demoPassword = 'lyceum-demo-2026';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

/** Accounts for trying out an installation. */
export const demoPeople: readonly DemoPerson[] = [
  { name: 'Emmy Noether', email: 'emmy@demo.example', password: demoPassword, role: 'INSTRUCTOR' },
  { name: 'Srinivasa Ramanujan', email: 'srinivasa@demo.example', password: demoPassword, role: 'STUDENT' },
  { name: 'Katherine Johnson', email: 'katherine@demo.example', password: demoPassword, role: 'ADMIN' },
];
