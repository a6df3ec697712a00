import { isBusy } from '@lyceum/database';

/**
 * Whether the connection or the server failed or was busy, by SQLSTATE, Node's code or (if pg gives no code) the
 * message. The events are then not at fault.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isBusy(error)) return true;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_|ENOTFOUND)/.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/i.test(
      error.message,
    )
  );
}
