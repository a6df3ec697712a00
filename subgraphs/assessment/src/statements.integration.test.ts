import {
  compareStatements,
  createTestTokens,
  type StatementComparison,
  startTestSubgraph,
  type TestSubgraph,
} from '@lyceum/testing';
import { assessment } from './index.ts';
import { statementSeeds } from './testing/statement-seeds.ts';

let tested: TestSubgraph;
let comparison: StatementComparison;

beforeAll(async () => {
  const tokens = await createTestTokens();
  tested = await startTestSubgraph(assessment, { tokens });
  comparison = await compareStatements(tested, tokens, statementSeeds);
}, 240_000);
afterAll(() => tested.stop());

describe('whatever is asked of the assessment subgraph', () => {
  it('has seeds to be counted on', () => {
    expect(comparison.unseeded).toEqual([]);
    expect(comparison.refused).toEqual([]);
  });

  it('takes as many statements for twenty as for one', () => {
    expect(comparison.compared).toBeGreaterThan(0);
    expect(comparison.growing).toEqual([]);
  });
});
