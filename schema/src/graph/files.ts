import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import type { RegisteredOperation } from './check.ts';
import type { Contract } from './compose.ts';

const folder = new URL('../../', import.meta.url);

export const contractFiles: Readonly<Record<keyof Contract, URL>> = {
  supergraph: new URL('supergraph.graphql', folder),
  api: new URL('api.graphql', folder),
};

/** The contract as committed; empty texts where there is none yet. */
export function readCommitted(): Contract {
  const read = (file: URL) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return { supergraph: read(contractFiles.supergraph), api: read(contractFiles.api) };
}

/** The operations that clients are known to send: `schema/operations/`, by file. */
export function readOperations(): RegisteredOperation[] {
  const operations = new URL('operations/', folder);
  return readdirSync(operations)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({ name: `operations/${file}`, document: parse(readFileSync(new URL(file, operations), 'utf8')) }));
}
