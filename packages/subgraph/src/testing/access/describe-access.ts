import { createTestTokens, type TestTokens } from '@lyceum/auth/testing';
import type { SubgraphDefinition } from '../../definition.ts';
import { startTestSubgraph, type TestSubgraph } from '../test-subgraph.ts';
import type { AccessRules } from './access-world.ts';
import { type AccessReport, checkAccess } from './check-access.ts';

/** Milliseconds: a large domain takes half a minute, and several times as long on a busy machine. */
const timeoutMs = 240_000;

/**
 * The tests of access rights in a domain: the whole contents of its `access-table.integration.test.ts`.
 * @param define creates the domain that accepts these tokens
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

  describe('access rights', () => {
    it('are in the table for every field', () => {
      expect(advise(report.withoutRow, 'add a row to an access table in src/testing')).toEqual([]);
      expect(advise(report.withoutField, 'remove it from the access table: the schema has no such field')).toEqual([]);
    });

    it('are as the table says, by every route', () => {
      expect(report.answers).toBeGreaterThan(0);
      expect(report.wrong).toEqual([]);
    });

    it('are tested with lists that show their object to some viewer', () => {
      expect(report.blindLists).toEqual([]);
    });

    it('hide the existence of invisible objects', () => {
      expect(report.telling).toEqual([]);
    });
  });
}

function advise(places: readonly string[], advice: string): string[] {
  return places.map((place) => `${place}: ${advice}`);
}
