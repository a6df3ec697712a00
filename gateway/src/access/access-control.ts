import { hasScopes, type Viewer } from '@lyceum/auth';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { Generation } from '../supergraph/generation.ts';
import { type AccessRule, readAccessRules } from './access-rules.ts';
import { rulesOfOperation } from './rules-of-operation.ts';

export interface AccessControl {
  /**
   * Refuses an operation that selects something the viewer may not see; the document must be valid.
   * @throws {GraphQLError} UNAUTHENTICATED for an anonymous viewer, FORBIDDEN otherwise; `extensions.coordinates` lists
   * each schema coordinate and its requirement
   */
  check(document: DocumentNode, operation: OperationDefinitionNode, viewer: Viewer | null): void;
}

/** Enforces the security directives of a supergraph before anything is planned. Subgraphs enforce them again. */
export function createAccessControl({ supergraph, schema }: Generation): AccessControl {
  const rules = readAccessRules(supergraph);
  const known = new WeakMap<OperationDefinitionNode, readonly AccessRule[]>();

  return {
    check(document, operation, viewer) {
      const met = known.get(operation) ?? rulesOfOperation(schema, rules, document, operation);
      known.set(operation, met);
      const broken = met.filter((rule) => !isKept(rule, viewer));
      if (broken.length > 0) throw refusal(broken, viewer);
    },
  };
}

function isKept({ scopes }: AccessRule, viewer: Viewer | null): boolean {
  return viewer !== null && (scopes === null || hasScopes(viewer, scopes));
}

function refusal(broken: readonly AccessRule[], viewer: Viewer | null): GraphQLError {
  const coordinates = broken.map((rule) => ({ coordinate: rule.coordinate, needs: needsOf(rule) }));
  const list = coordinates.map(({ coordinate, needs }) => `${coordinate} needs ${needs}`).join('; ');
  return viewer === null
    ? new GraphQLError(`Sign in first: ${list}.`, {
        extensions: { code: 'UNAUTHENTICATED', coordinates, http: { status: 401 } },
      })
    : new GraphQLError(`You lack the rights for this operation: ${list}.`, {
        extensions: { code: 'FORBIDDEN', coordinates, http: { status: 403 } },
      });
}

/** `the scopes "teach" and "learn", or "administer"` */
function needsOf({ scopes }: AccessRule): string {
  if (scopes === null) return 'a signed-in viewer';
  const sets = scopes.map((allOf) => allOf.map((scope) => `"${scope}"`).join(' and '));
  return `the ${scopes.flat().length === 1 ? 'scope' : 'scopes'} ${sets.join(', or ')}`;
}
