import { createTestTokens, type TestTokens } from '@lyceum/auth/testing';
import type { SubgraphDefinition } from '../../definition.ts';
import { startTestSubgraph, type TestSubgraph } from '../test-subgraph.ts';
import type { AccessRules } from './access-world.ts';
import { type AccessReport, checkAccess } from './check-access.ts';

/** Milliseconds: a large domain takes half a minute, and a busy machine some times as much. */
const timeoutMs = 240_000;

/**
 * The tests of who may read and do what in a domain: all that its `access-table.integration.test.ts` says.
 * @param define the domain, where it takes these tokens
 * @param rules of its concepts
 */
export function describeAccess(
  define: (tokens: TestTokens) => SubgraphDefinition,
  ...rules: readonly AccessRules[]
): void {
  let tested: TestSubgraph;
  let report: AccessReport;

  beforeAll(async () => {
    const tokens = await createTestTokens();
    tested = await startTestSubgraph(define(tokens), { tokens });
    report = await checkAccess(tested, tokens, ...rules);
  }, timeoutMs);
  afterAll(() => tested.stop());

  describe('who may read and do what', () => {
    it('stands in the table for every field', () => {
      expect(report.withoutRow).toEqual([]);
      expect(report.withoutField).toEqual([]);
    });

    it('is as the table says, by every route', () => {
      expect(report.answers).toBeGreaterThan(0);
      expect(report.wrong).toEqual([]);
    });

    it('is tried on lists that show something to somebody', () => {
      expect(report.blindLists).toEqual([]);
    });

    it('does not tell what one may not see from what is not there', () => {
      expect(report.telling).toEqual([]);
    });
  });
}
