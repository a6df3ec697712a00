import {
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import { createFieldCollector } from './collect-fields.ts';
import { restoreData, restorePath } from './restore-answer.ts';
import { selectFields } from './select-fields.ts';
import type { Selection } from './selection.ts';
import { writeOperation } from './write-operation.ts';

/** An operation with names that are safe to plan, and the mapping back. */
export interface Separated {
  readonly document: DocumentNode;
  readonly source: string;
  /** Converts the answer to the client's names. */
  restore<Result extends FormattedExecutionResult>(result: Result): Result;
}

/**
 * Rewrites an operation whose response names the planner would confuse: it merges fields with the same name in two
 * branches, and adds fields (keys, `__typename`) that an alias may collide with. It also loses the field order where
 * branches for several types meet.
 * @param variables coerced
 * @returns null for an operation that can be planned unchanged
 * @throws {GraphQLError} OPERATION_TOO_COMPLEX
 */
export function separateNames(options: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}): Separated | null {
  const { schema, document, operation, variables } = options;
  const type = schema.getRootType(operation.operation);
  if (!type) throw new TypeError(`The document is not valid: the schema has no ${operation.operation}`);
  const collect = createFieldCollector(schema, document, variables);
  const selection = selectFields({ schema, collect, type, selectionSet: operation.selectionSet });
  if (!needsSeparation(selection)) return null;
  const written = writeOperation(document, operation, selection);
  return {
    document: written,
    source: print(written),
    restore(result) {
      const { data, errors } = result;
      return {
        ...result,
        ...(data === undefined ? {} : { data: restoreData(selection, data) }),
        ...(errors ? { errors: errors.map((error) => restoreError(selection, error)) } : {}),
      };
    },
  };
}

function restoreError(selection: Selection, { locations: _planned, ...error }: GraphQLFormattedError) {
  return error.path ? { ...error, path: restorePath(selection, error.path) } : error;
}

function needsSeparation({ isBranched, byPlannedName }: Selection): boolean {
  if (isBranched) return true;
  return [...byPlannedName.values()].some(
    ({ responseName, plannedName, below }) =>
      responseName !== plannedName || (below !== null && needsSeparation(below)),
  );
}
