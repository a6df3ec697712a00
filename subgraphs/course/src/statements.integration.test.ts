import {
  compareStatements,
  createTestTokens,
  type StatementComparison,
  startTestSubgraph,
  type TestSubgraph,
} from '@lyceum/testing';
import { course } from './subgraph.ts';
import { statementSeeds } from './testing/statement-seeds.ts';

let tested: TestSubgraph;
let comparison: StatementComparison;

beforeAll(async () => {
  const tokens = await createTestTokens();
  tested = await startTestSubgraph(course, { tokens });
  comparison = await compareStatements(tested, tokens, statementSeeds);
}, 240_000);
afterAll(() => tested.stop());

describe('whatever is asked of the course subgraph', () => {
  it('has seeds to be counted on', () => {
    expect(comparison.unseeded).toEqual([]);
    expect(comparison.refused).toEqual([]);
  });

  it('takes as many statements for twenty as for one', () => {
    expect(comparison.compared).toBeGreaterThan(0);
    expect(comparison.growing).toEqual([]);
  });
});
