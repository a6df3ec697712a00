import { connectionFailure } from './connection-failure.ts';

const url = 'postgres://ada:s3cret@db.example.org:5432/identity';
const shown = 'postgres://ada@db.example.org:5432/identity';

test.each([
  [{ code: 'ECONNREFUSED' }, 'DATABASE_UNREACHABLE', `No PostgreSQL answers at ${shown} (ECONNREFUSED);`],
  [{ code: 'ENOTFOUND' }, 'DATABASE_UNREACHABLE', 'The host "db.example.org" of'],
  [{ message: 'timeout expired' }, 'DATABASE_UNREACHABLE', `PostgreSQL at ${shown} did not answer in time;`],
  [{ code: '28P01' }, 'DATABASE_LOGIN_REFUSED', 'PostgreSQL refused the password of user "ada"'],
  [{ code: '28000', message: 'no entry in pg_hba.conf' }, 'DATABASE_LOGIN_REFUSED', 'no entry in pg_hba.conf'],
  [{ code: '3D000' }, 'DATABASE_UNKNOWN', 'The database "identity" of'],
  [{ code: '53300' }, 'DATABASE_UNREACHABLE', 'raise its max_connections'],
  [{ code: '57P03' }, 'DATABASE_UNREACHABLE', 'is starting or stopping'],
  [{ message: 'The server does not support SSL\nconnections' }, 'DATABASE_UNREACHABLE', 'support SSL; connections.'],
])('explains %p as %s in one line without the password', (problem, code, part) => {
  const failure = connectionFailure(Object.assign(new Error('some text'), problem), url);
  expect(failure.code).toBe(code);
  expect(failure.message).toContain(part);
  expect(failure.message).not.toMatch(/s3cret|\n/);
});
