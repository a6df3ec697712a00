import { inspect } from 'node:util';
import { databaseName, databaseUrl, parseDatabaseServerUrl, withoutPassword } from './database-url.ts';

test('accepts both names of the protocol, parameters and percent-encoded passwords', () => {
  expect(parseDatabaseServerUrl('postgres://u:p%40ss@db.example.org:6543/app').port).toBe('6543');
  expect(parseDatabaseServerUrl(' postgresql://u@[::1]/app?sslmode=require\n').hostname).toBe('[::1]');
  expect(parseDatabaseServerUrl('postgres:///app?host=/var/run/postgresql').pathname).toBe('/app');
});

test.each([
  ['', 'DATABASE_URL is empty'],
  ['localhost:5432', 'DATABASE_URL starts with "localhost:", not with "postgres:"'],
  ['mysql://u:s3cret@host/db', 'DATABASE_URL starts with "mysql:", not with "postgres:"'],
  ['db.example.org', 'DATABASE_URL is not a URL'],
  ['postgres://u:s3cret/x@host/db', 'DATABASE_URL is not a URL'],
  ['postgres:///db', 'DATABASE_URL has no host'],
  ['postgres://host/db#s3cret', 'DATABASE_URL contains "#"'],
  ['postgres://u:100%s3cret@host/db', 'DATABASE_URL contains an invalid "%" escape'],
])('refuses %p, saying how an address looks and repeating no password', (text, sentence) => {
  let message = '';
  try {
    parseDatabaseServerUrl(text);
  } catch (error) {
    message = error instanceof Error ? error.message : '';
    expect(inspect(error)).not.toContain('s3cret');
  }
  expect(message).toContain(sentence);
  expect(message).toContain('it should look like postgres://user:password@host:5432/database.');
});

test('addresses another database of the same server', () => {
  expect(databaseUrl('postgres://u:p@host:1/postgres?sslmode=require', 'identity')).toBe(
    'postgres://u:p@host:1/identity?sslmode=require',
  );
  expect(databaseName(databaseUrl('postgres://u:p@host', 'a b/c'))).toBe('a b/c');
});

test("an address without a database means the user's", () => {
  expect(databaseName('postgres://ada:p@host')).toBe('ada');
});

test('shows an address without its password', () => {
  expect(withoutPassword('postgres://u:s3cret@host:1/db')).toBe('postgres://u@host:1/db');
  expect(withoutPassword('postgres://u@host/db?password=s3cret&sslmode=require')).toBe(
    'postgres://u@host/db?sslmode=require',
  );
});
