import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const committed = new URL('../../events/', import.meta.url);

/** The catalogue in a folder: texts by file name; empty if the folder does not exist. */
export function readCatalogue(folder: URL = committed): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]));
}

/** Makes the folder contain exactly the catalogue. */
export function writeCatalogue(catalogue: ReadonlyMap<string, string>, folder: URL = committed): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!catalogue.has(file)) rmSync(new URL(file, folder));
  for (const [file, text] of catalogue) writeFileSync(new URL(file, folder), text);
}

/** The files that differ from the catalogue, are missing, or do not belong to it. */
export function findStale(found: ReadonlyMap<string, string>, catalogue: ReadonlyMap<string, string>): string[] {
  return [...new Set([...found.keys(), ...catalogue.keys()])]
    .filter((file) => found.get(file) !== catalogue.get(file))
    .sort();
}
