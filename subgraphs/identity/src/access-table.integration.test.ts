import {
  type AccessReport,
  checkAccess,
  createTestTokens,
  startTestSubgraph,
  type TestSubgraph,
} from '@lyceum/testing';
import { identity } from './index.ts';
import { accessRules } from './testing/access.table.ts';

let tested: TestSubgraph;
let report: AccessReport;

beforeAll(async () => {
  const tokens = await createTestTokens();
  const definition = identity({ signingKey: tokens.signingKey, openRoles: ['STUDENT'], accounts: [] });
  tested = await startTestSubgraph(definition, { tokens });
  report = await checkAccess(tested, tokens, accessRules);
}, 240_000);
afterAll(() => tested.stop());

describe('who may read and do what in the identity subgraph', () => {
  it('stands in the table for every field', () => {
    expect(report.withoutRow).toEqual([]);
    expect(report.withoutField).toEqual([]);
  });

  it('is as the table says, by every route', () => {
    expect(report.answers).toBeGreaterThan(0);
    expect(report.wrong).toEqual([]);
  });

  it('does not tell what one may not see from what is not there', () => {
    expect(report.telling).toEqual([]);
  });
});
