import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** The security features that this gateway enforces or, for `@policy`, deliberately leaves to the subgraphs. */
const understoodFeatures = new Set([
  'https://specs.apollo.dev/authenticated/v0.1',
  'https://specs.apollo.dev/requiresScopes/v0.1',
  'https://specs.apollo.dev/policy/v0.1',
]);

/**
 * A copy of the supergraph that `@apollo/gateway` accepts. It refuses everything linked `for: SECURITY`, so the purpose
 * is removed from the features that this gateway enforces itself. Any other security feature keeps its purpose, and so
 * still aborts startup.
 */
export function withoutUnderstoodPurposes(supergraph: DocumentNode): DocumentNode {
  return visit(supergraph, {
    Directive(directive) {
      if (directive.name.value !== 'link' || !understoodFeatures.has(stringArgument(directive, 'url') ?? '')) {
        return undefined;
      }
      return {
        ...directive,
        arguments: directive.arguments?.filter(
          (argument) =>
            !(
              argument.name.value === 'for' &&
              argument.value.kind === Kind.ENUM &&
              argument.value.value === 'SECURITY'
            ),
        ),
      };
    },
  });
}

/**
 * The name of a feature's directive in a supergraph, according to its `@link`; undefined if it is not linked.
 * @param directive if its name differs from the feature's: `listSize` of `cost`
 * @example directiveNameOf(supergraph, 'authenticated') // 'authenticated', or another after `@link(… as: …)`
 */
export function directiveNameOf(
  supergraph: DocumentNode,
  feature: 'authenticated' | 'requiresScopes' | 'policy' | 'cost',
  directive: string = feature,
): string | undefined {
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const link of definition.directives ?? []) {
      if (link.name.value !== 'link') continue;
      if (!stringArgument(link, 'url')?.startsWith(`https://specs.apollo.dev/${feature}/`)) continue;
      const namespace = stringArgument(link, 'as') ?? feature;
      return importedName(link, `@${directive}`) ?? (directive === feature ? namespace : `${namespace}__${directive}`);
    }
  }
  return undefined;
}

/** `import: [{ name: "@authenticated", as: "@signedIn" }]` gives `signedIn`. */
function importedName(link: DirectiveNode, name: string): string | undefined {
  const imports = link.arguments?.find((argument) => argument.name.value === 'import')?.value;
  if (imports?.kind !== Kind.LIST) return undefined;
  for (const element of imports.values) {
    if (element.kind === Kind.STRING && element.value === name) return name.slice(1);
    if (element.kind !== Kind.OBJECT) continue;
    const fields = new Map(
      element.fields.map((field) => [field.name.value, field.value.kind === Kind.STRING ? field.value.value : '']),
    );
    if (fields.get('name') === name) return (fields.get('as') ?? name).slice(1);
  }
  return undefined;
}

function stringArgument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
