import { DatabaseUnavailable, type DatabaseUnavailableCode } from './database-unavailable.ts';
import { databaseName, parseDatabaseServerUrl, withoutPassword } from './database-url.ts';
import { errorCode, errorText } from './error-code.ts';

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ENOENT',
]);

/** Turns a connection error of `pg` into one sentence with the address, without the password. */
export function connectionFailure(error: unknown, url: string): DatabaseUnavailable {
  const [code, sentence] = explain(error, url);
  return new DatabaseUnavailable(code, sentence, { cause: error });
}

function explain(error: unknown, url: string): [DatabaseUnavailableCode, string] {
  const shown = withoutPassword(url);
  const { hostname, username } = parseDatabaseServerUrl(url);
  const code = errorCode(error) ?? '';
  const text = errorText(error);

  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return ['DATABASE_UNREACHABLE', `The host "${hostname}" of ${shown} is not known; check DATABASE_URL.`];
  }
  if (unreachable.has(code)) {
    return ['DATABASE_UNREACHABLE', `No PostgreSQL answers at ${shown} (${code}); start it or check DATABASE_URL.`];
  }
  if (/timeout expired/.test(text)) {
    return ['DATABASE_UNREACHABLE', `PostgreSQL at ${shown} did not answer in time; check host, port and firewall.`];
  }
  if (code === '28P01' || /client password must be a(?: non-empty)? string/.test(text)) {
    return [
      'DATABASE_LOGIN_REFUSED',
      `PostgreSQL refused the password of user "${decodeURIComponent(username)}" at ${shown}; check DATABASE_URL.`,
    ];
  }
  if (code === '28000') {
    return ['DATABASE_LOGIN_REFUSED', `PostgreSQL refused the login at ${shown}: ${text}.`];
  }
  if (code === '3D000') {
    return [
      'DATABASE_UNKNOWN',
      `The database "${databaseName(url)}" of ${shown} does not exist; create it or check DATABASE_URL.`,
    ];
  }
  if (code === '53300') {
    return ['DATABASE_UNREACHABLE', `PostgreSQL at ${shown} has no connection left; raise its max_connections.`];
  }
  if (code === '57P03') {
    return ['DATABASE_UNREACHABLE', `PostgreSQL at ${shown} is starting or stopping; try again in a moment.`];
  }
  return ['DATABASE_UNREACHABLE', `PostgreSQL at ${shown} cannot be used: ${text}.`];
}
