import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { firstQuery } from './first-query.ts';

describe('the first query of the explorer', () => {
  const api = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));

  it.each([true, false])('fits the API (demo people: %p)', (hasDemoPeople) => {
    expect(validate(api, parse(firstQuery(hasDemoPeople)))).toEqual([]);
  });
});
