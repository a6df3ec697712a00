import { existsSync, readdirSync } from 'node:fs';

const folder = new URL('../../../subgraphs/', import.meta.url);

describe.each(readdirSync(folder))('the subgraph %s', (name) => {
  it.each([
    ['counts its statements', 'statements.integration.test.ts'],
    ['has an access table', 'access-table.integration.test.ts'],
  ])('%s', (_what, file) => {
    expect({ file, exists: existsSync(new URL(`${name}/src/${file}`, folder)) }).toEqual({ file, exists: true });
  });
});
