import { newId, UserId } from '@lyceum/contracts';
import { hasScopes, scopesOf, type Viewer } from './index.ts';

const viewer = (...scopes: string[]): Viewer => ({
  userId: newId(UserId),
  role: 'STUDENT',
  scopes: new Set(scopes),
  expiresAt: new Date(),
  issuedAt: new Date(),
  external: null,
});

describe('hasScopes', () => {
  it('asks for every scope of at least one set', () => {
    const teacherOrHead = [['teach', 'grade'], ['administer']];
    expect(hasScopes(viewer('teach', 'grade'), teacherOrHead)).toBe(true);
    expect(hasScopes(viewer('administer'), teacherOrHead)).toBe(true);
    expect(hasScopes(viewer('teach'), teacherOrHead)).toBe(false);
    expect(hasScopes(viewer('grade', 'learn'), teacherOrHead)).toBe(false);
  });

  it('is false for an anonymous viewer, even if no scope is required', () => {
    expect(hasScopes(null, [['learn']])).toBe(false);
    expect(hasScopes(null, [[]])).toBe(false);
  });

  it('is false where no set would do, and true for anybody where a set is empty', () => {
    expect(hasScopes(viewer('administer'), [])).toBe(false);
    expect(hasScopes(viewer(), [[]])).toBe(true);
  });
});

describe('scopesOf', () => {
  it('gives each role what the one below has, and more', () => {
    expect(scopesOf('STUDENT')).toEqual(['learn']);
    expect(scopesOf('INSTRUCTOR')).toEqual(['learn', 'teach']);
    expect(scopesOf('ADMIN')).toEqual(['learn', 'teach', 'administer']);
  });
});
