import type { Span } from './tracer.ts';

/** Clients choose operation names; longer ones are cut. */
const longestName = 100;

/** Names a span after its GraphQL operation. Documents and variables may contain private data and are not recorded. */
export function nameOperation(span: Span, operation: { type: string; name: string | undefined }): void {
  const name = operation.name?.slice(0, longestName);
  span.rename(name ? `${operation.type} ${name}` : operation.type);
  span.set({ 'graphql.operation.type': operation.type, 'graphql.operation.name': name });
}

/** Records the error codes of an answer; only server errors mark the span as failed. */
export function noteErrors(
  span: Span,
  errors: readonly { readonly extensions?: Record<string, unknown> }[] | undefined,
): void {
  if (!errors || errors.length === 0) return;
  const codes = [...new Set(errors.map(({ extensions }) => String(extensions?.code ?? 'INTERNAL_SERVER_ERROR')))];
  span.set({ 'lyceum.error.codes': codes });
  const faults = codes.filter((code) => code === 'INTERNAL_SERVER_ERROR' || code.startsWith('SUBGRAPH_'));
  if (faults.length > 0) span.fail(faults.join(', '));
}

interface Selecting {
  readonly selectionSet: {
    readonly selections: readonly { readonly kind: string; readonly name?: { readonly value: string } }[];
  };
}

/** The first field that an operation selects; `event` if it spreads a fragment instead. */
export function rootFieldOf({ selectionSet }: Selecting): string {
  return selectionSet.selections.find(({ kind }) => kind === 'Field')?.name?.value ?? 'event';
}
