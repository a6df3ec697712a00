import { DatabaseUnavailable } from './database-unavailable.ts';

const example = 'postgres://user:password@host:5432/database';

/**
 * Parses the address of a PostgreSQL server, such as the value of `DATABASE_URL`.
 * @param text `postgres://user:password@host:5432/database`; `postgresql:` is equivalent
 * @param source the value's name in error messages
 * @throws DatabaseUnavailable `DATABASE_URL_INVALID`; the message does not repeat the text, which may contain a
 * password
 * @example parseDatabaseServerUrl('postgres://lyceum:secret@db.example.org/postgres').hostname // 'db.example.org'
 */
export function parseDatabaseServerUrl(text: string, source = 'DATABASE_URL'): URL {
  // Without a cause: Node's error for an invalid URL contains the URL, including the password.
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
  if (url.hostname === '' && !url.searchParams.has('host')) throw invalid('has no host');
  if (url.hash !== '') throw invalid('contains "#", which must be encoded as %23 in a password');
  try {
    decodeURIComponent(url.username);
    decodeURIComponent(url.password);
    decodeURIComponent(url.pathname);
  } catch {
    throw invalid('contains an invalid "%" escape; encode a percent sign in a password as %25');
  }
  return url;
}

/**
 * The address of another database on the same server, with the same host, user, password and parameters.
 * @throws DatabaseUnavailable `DATABASE_URL_INVALID`
 * @example databaseUrl('postgres://u:p@host/postgres?sslmode=require', 'identity') //
 * 'postgres://u:p@host/identity?sslmode=require'
 */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = parseDatabaseServerUrl(serverUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** The database name in an address; like PostgreSQL, it defaults to the user's name. */
export function databaseName(url: string): string {
  const { pathname, username } = parseDatabaseServerUrl(url);
  return decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username) || 'postgres';
}

/** The address for display and logs: without the password, which may also be among the parameters. */
export function withoutPassword(url: string): string {
  const parsed = parseDatabaseServerUrl(url);
  parsed.password = '';
  parsed.searchParams.delete('password');
  return parsed.href;
}
