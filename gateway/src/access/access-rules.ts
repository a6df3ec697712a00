import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { forEachDirective } from '../supergraph/for-each-directive.ts';
import { directiveNameOf } from '../supergraph/security-features.ts';

/** What a viewer needs for one type or field of the schema. */
export interface AccessRule {
  /** `Type` or `Type.field`. */
  readonly coordinate: string;
  /** Sets of scopes; the viewer must have all scopes of one set. Null: being signed in is enough. */
  readonly scopes: readonly (readonly string[])[] | null;
}

export interface AccessRules {
  /** Rules by coordinate; a coordinate without rules is open to everyone. */
  of(coordinate: string): readonly AccessRule[];
}

/**
 * Reads `@authenticated` and `@requiresScopes` from a supergraph, on types and on fields. (`@policy` is left to the
 * subgraphs, which know their policies.)
 */
export function readAccessRules(supergraph: DocumentNode): AccessRules {
  const authenticated = directiveNameOf(supergraph, 'authenticated');
  const requiresScopes = directiveNameOf(supergraph, 'requiresScopes');
  const rules = new Map<string, AccessRule[]>();

  forEachDirective(supergraph, (coordinate, directive) => {
    const name = directive.name.value;
    if (name !== authenticated && name !== requiresScopes) return;
    const rule = { coordinate, scopes: name === requiresScopes ? scopesOf(directive) : null };
    rules.set(coordinate, [...(rules.get(coordinate) ?? []), rule]);
  });
  return { of: (coordinate) => rules.get(coordinate) ?? [] };
}

function scopesOf(directive: ConstDirectiveNode): string[][] {
  const scopes = directive.arguments?.find((argument) => argument.name.value === 'scopes')?.value;
  if (scopes?.kind !== Kind.LIST) return [];
  return scopes.values.map((allOf) =>
    allOf.kind === Kind.LIST
      ? allOf.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : []))
      : allOf.kind === Kind.STRING
        ? [allOf.value]
        : [],
  );
}
