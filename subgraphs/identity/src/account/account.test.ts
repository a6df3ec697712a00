import { newId, UserId } from '@lyceum/contracts';
import { changeRole, checkRegistration, openAccount, type Registration } from './account.ts';

const registration: Registration = {
  name: '  Ada Lovelace ',
  email: 'Ada@Example.org',
  password: 'a long enough password',
  role: 'STUDENT',
};

describe('checkRegistration', () => {
  const open = ['STUDENT', 'INSTRUCTOR'] as const;

  it('accepts a valid registration', () => {
    expect(checkRegistration(registration, open)).toBeNull();
  });

  it.each([
    ['name', { name: '   ' }],
    ['name', { name: 'x'.repeat(101) }],
    ['password', { password: 'x'.repeat(11) }],
    ['password', { password: 'x'.repeat(201) }],
  ])('names the field that is out of bounds: %s', (field, change) => {
    expect(checkRegistration({ ...registration, ...change }, open)).toMatchObject({ outcome: 'INVALID', field });
  });

  it('refuses a role that is not open to registration', () => {
    expect(checkRegistration({ ...registration, role: 'ADMIN' }, open)).toEqual({ outcome: 'ROLE_NOT_OPEN' });
  });
});

describe('an account', () => {
  const now = new Date('2026-09-01T08:00:00Z');

  it('starts at version 1, with a trimmed name and its address as written', () => {
    const user = openAccount(registration, newId(UserId), now);
    expect(user).toMatchObject({ name: 'Ada Lovelace', email: 'Ada@Example.org', version: 1, createdAt: now });
  });

  it('increments its version with a change of role', () => {
    const user = openAccount(registration, newId(UserId), now);
    expect(changeRole(user, 'INSTRUCTOR')).toMatchObject({ role: 'INSTRUCTOR', version: 2 });
  });
});
