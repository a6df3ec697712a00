import { createTestTokens, type TestTokens, type TestViewer } from '@lyceum/auth/testing';
import type { SubgraphDefinition } from '../../definition.ts';
import { startTestSubgraph, type TestSubgraph } from '../test-subgraph.ts';
import { compareStatements, type StatementComparison, type StatementSeeds } from './compare-statements.ts';

/** Milliseconds: a large domain takes half a minute, and several times as long on a busy machine. */
const timeoutMs = 240_000;

/**
 * The tests of how many SQL statements a domain sends: the whole contents of its `statements.integration.test.ts`.
 * @param define creates the domain that accepts these tokens
 * @param seeds of its concepts; what the first makes belongs to the same person as what the others make
 */
export function describeStatements(
  define: (tokens: TestTokens) => SubgraphDefinition,
  ...seeds: readonly StatementSeeds[]
): void {
  let tested: TestSubgraph;
  let comparison: StatementComparison;

  beforeAll(async () => {
    const tokens = await createTestTokens();
    tested = await startTestSubgraph(define(tokens), { tokens });
    comparison = await compareStatements(tested, tokens, together(seeds));
  }, timeoutMs);
  afterAll(() => tested.stop());

  describe('the SQL statements of the subgraph', () => {
    it('can be counted on all its seeds', () => {
      expect(comparison.unseeded.map((place) => `${place}: add it to the seeds in src/testing`)).toEqual([]);
      expect(comparison.refused).toEqual([]);
    });

    it('are as many for twenty objects as for one', () => {
      expect(comparison.compared > 0 || comparison.unseeded.length > 0).toBe(true);
      expect(comparison.growing).toEqual([]);
    });
  });
}

/** Combines the seeds of several concepts. */
function together(seeds: readonly StatementSeeds[]): StatementSeeds {
  return {
    async seedMany(tested, tokens, count) {
      const [first, ...others] = seeds;
      if (!first) throw new Error('The domain has no seeds.');
      const seeded = [await first.seedMany(tested, tokens, count)];
      for (const other of others) seeded.push(await other.seedMany(tested, tokens, count, seeded[0]?.viewer));
      return {
        viewer: seeded[0]?.viewer as TestViewer,
        entities: Object.assign({}, ...seeded.map(({ entities }) => entities)),
        arguments: Object.assign({}, ...seeded.map((each) => each.arguments)),
      };
    },
    exceptions: Object.assign({}, ...seeds.map(({ exceptions }) => exceptions)),
  };
}
