import { currentRequest } from '@lyceum/telemetry';
import pg from 'pg';

/**
 * Runs a function and returns the SQL of every statement that this process sent meanwhile for requests, to any
 * database; background work (the relays, the deadline watch) belongs to no request and is excluded. Consumers of the
 * requests' events are included.
 */
export async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { prototype } = pg.Client;
  const { query } = prototype;
  const counting = function (this: pg.Client, ...given: Parameters<typeof query>) {
    if (currentRequest()) statements.push(textOf(given[0]));
    return Reflect.apply(query, this, given);
  };
  prototype.query = counting as typeof query;
  try {
    await run();
  } finally {
    prototype.query = query;
  }
  return statements;
}

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : String((query as { text?: unknown }).text);
}
