import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findStale, readCatalogue, writeCatalogue } from './files.ts';

describe('the files of the catalogue', () => {
  const root = mkdtempSync(join(tmpdir(), 'lyceum-events-'));
  const folder = pathToFileURL(join(root, 'events/'));
  const catalogue = new Map([
    ['asyncapi.json', '{}\n'],
    ['a.b.c.v1.json', '{}\n'],
  ]);
  afterAll(() => rmSync(root, { recursive: true }));

  it('are all missing where there is no folder', () => {
    expect(findStale(readCatalogue(folder), catalogue)).toEqual(['a.b.c.v1.json', 'asyncapi.json']);
  });

  it('are fresh once they are written', () => {
    writeCatalogue(catalogue, folder);
    expect(findStale(readCatalogue(folder), catalogue)).toEqual([]);
  });

  it('are stale where one differs or belongs to no event, until they are written again', () => {
    writeFileSync(new URL('a.b.c.v1.json', folder), '{"edited":true}\n');
    writeFileSync(new URL('a.b.gone.v1.json', folder), '{}\n');
    expect(findStale(readCatalogue(folder), catalogue)).toEqual(['a.b.c.v1.json', 'a.b.gone.v1.json']);
    writeCatalogue(catalogue, folder);
    expect(findStale(readCatalogue(folder), catalogue)).toEqual([]);
  });
});
