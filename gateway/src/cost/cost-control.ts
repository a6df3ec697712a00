import type { Viewer } from '@lyceum/auth';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { CostLimits } from '../limits/limits.ts';
import type { Generation } from '../supergraph/generation.ts';
import { readCostRules } from './cost-rules.ts';
import { type CostlyField, createCostEstimator } from './estimate-cost.ts';

/** The estimated cost of an operation, and its limit. */
export interface OperationCost {
  readonly estimated: number;
  readonly limit: number;
}

export interface CostControl {
  /**
   * Refuses an operation that may cost more than the viewer's role allows; the document must be valid.
   * @param variables as sent by the client
   * @throws {GraphQLError} OPERATION_TOO_COSTLY; `extensions` has `cost`, `limit` and the `costliest` fields
   */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>> | undefined,
    viewer: Viewer | null,
  ): OperationCost;
}

const fieldsNamed = 3;

/** Enforces the cost limits of roles before planning. */
export function createCostControl({ supergraph, schema }: Generation, limits: CostLimits): CostControl {
  const estimate = createCostEstimator(schema, readCostRules(supergraph));

  return {
    check(document, operation, variables, viewer) {
      const limit = limits[viewer?.role ?? 'ANONYMOUS'];
      const { estimated, costliest } = estimate(document, operation, variables ?? {});
      if (estimated > limit) throw tooCostly({ estimated, limit }, costliest(fieldsNamed), viewer);
      return { estimated, limit };
    },
  };
}

function tooCostly(
  { estimated, limit }: OperationCost,
  costliest: readonly CostlyField[],
  viewer: Viewer | null,
): GraphQLError {
  const who = viewer ? `the role ${viewer.role}` : 'anonymous viewers';
  const fields = costliest.map(({ field, cost }) => `${field} (${cost})`).join(', ');
  return new GraphQLError(
    `The operation may cost up to ${estimated}, but the limit for ${who} is ${limit}. The costliest fields are ${fields}. Request smaller pages or fewer nested lists, or split the operation.`,
    { extensions: { code: 'OPERATION_TOO_COSTLY', cost: estimated, limit, costliest, http: { status: 400 } } },
  );
}
