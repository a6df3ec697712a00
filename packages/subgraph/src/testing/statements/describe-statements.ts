import { createTestTokens, type TestTokens } from '@lyceum/auth/testing';
import type { SubgraphDefinition } from '../../definition.ts';
import { startTestSubgraph, type TestSubgraph } from '../test-subgraph.ts';
import { compareStatements, type StatementComparison, type StatementSeeds } from './compare-statements.ts';

/** Milliseconds: a large domain takes half a minute, and a busy machine some times as much. */
const timeoutMs = 240_000;

/**
 * The tests of how many SQL statements a domain takes: all that its `statements.integration.test.ts` says.
 * @param define the domain, where it takes these tokens
 */
export function describeStatements(define: (tokens: TestTokens) => SubgraphDefinition, seeds: StatementSeeds): void {
  let tested: TestSubgraph;
  let comparison: StatementComparison;

  beforeAll(async () => {
    const tokens = await createTestTokens();
    tested = await startTestSubgraph(define(tokens), { tokens });
    comparison = await compareStatements(tested, tokens, seeds);
  }, timeoutMs);
  afterAll(() => tested.stop());

  describe('whatever is asked of the subgraph', () => {
    it('has seeds to be counted on', () => {
      expect(comparison.unseeded).toEqual([]);
      expect(comparison.refused).toEqual([]);
    });

    it('takes as many statements for twenty as for one', () => {
      expect(comparison.compared).toBeGreaterThan(0);
      expect(comparison.growing).toEqual([]);
    });
  });
}
