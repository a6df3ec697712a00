import { DatabaseUnavailable } from './database-unavailable.ts';

const example = 'postgres://user:password@host:5432/database';

/**
 * Reads the address of a PostgreSQL server, such as the value of `DATABASE_URL`.
 *
 * @param text `postgres://user:password@host:5432/database`; `postgresql:` is the same
 * @param source how the sentence of a failure calls the value
 * @throws DatabaseUnavailable `DATABASE_URL_INVALID`; the message does not repeat the text, which may hold a password
 * @example parseDatabaseServerUrl('postgres://lyceum:secret@db.example.org/postgres').hostname // 'db.example.org'
 */
export function parseDatabaseServerUrl(text: string, source = 'DATABASE_URL'): URL {
  // Without a cause: Node's error for an invalid URL repeats it, and with it the password.
  const invalid = (what: string) =>
    new DatabaseUnavailable('DATABASE_URL_INVALID', `${source} ${what}; it should look like ${example}.`);

  if (text.trim() === '') throw invalid('is empty');
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw invalid('is not a URL (characters such as @ : / # in the password must be percent-encoded)');
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
    throw invalid(`starts with "${url.protocol}", not with "postgres:"`);
  }
  if (url.hostname === '' && !url.searchParams.has('host')) throw invalid('names no host');
  if (url.hash !== '') throw invalid('contains "#", which must be written %23 in a password');
  try {
    decodeURIComponent(url.username);
    decodeURIComponent(url.password);
    decodeURIComponent(url.pathname);
  } catch {
    throw invalid('contains "%" that encodes nothing; a percent sign in a password is written %25');
  }
  return url;
}

/**
 * The address of another database of the same server; host, user, password and parameters stay.
 *
 * @throws DatabaseUnavailable `DATABASE_URL_INVALID`
 * @example databaseUrl('postgres://u:p@host/postgres?sslmode=require', 'identity') // 'postgres://u:p@host/identity?sslmode=require'
 */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = parseDatabaseServerUrl(serverUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** The database that an address names; PostgreSQL's rule for an absent name is the user's name. */
export function databaseName(url: string): string {
  const { pathname, username } = parseDatabaseServerUrl(url);
  return decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username) || 'postgres';
}

/** The address as it may be shown and logged: without the password, which may also stand in the parameters. */
export function withoutPassword(url: string): string {
  const parsed = parseDatabaseServerUrl(url);
  parsed.password = '';
  parsed.searchParams.delete('password');
  return parsed.href;
}
