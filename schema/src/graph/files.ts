import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import type { RegisteredOperation } from './check.ts';
import type { Contract } from './compose.ts';

const folder = new URL('../../', import.meta.url);

export const contractFiles: Readonly<Record<keyof Contract, URL>> = {
  supergraph: new URL('supergraph.graphql', folder),
  api: new URL('api.graphql', folder),
};

/** The committed contract; empty texts if there is none yet. */
export function readCommitted(): Contract {
  const read = (file: URL) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return { supergraph: read(contractFiles.supergraph), api: read(contractFiles.api) };
}

/** The clients' workspaces; each keeps its operations with the code that sends them. */
const clients = ['cli/src', 'web/src'];

/** The operations that clients are known to send: every `.graphql` file below a client's sources. */
export function readOperations(): RegisteredOperation[] {
  const root = new URL('../', folder);
  return clients
    .filter((client) => existsSync(new URL(client, root)))
    .flatMap((client) =>
      readdirSync(new URL(client, root), { recursive: true, encoding: 'utf8' }).map((file) => `${client}/${file}`),
    )
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((name) => ({ name, document: parse(readFileSync(new URL(name, root), 'utf8')) }));
}
