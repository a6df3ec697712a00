import type { Span } from './tracer.ts';

/** Names are the client's choice; longer ones tell nobody more. */
const longestName = 100;

/** Names a span after its GraphQL operation. Documents and variables may hold what is private and stay out of traces. */
export function nameOperation(span: Span, operation: { type: string; name: string | undefined }): void {
  const name = operation.name?.slice(0, longestName);
  span.rename(name ? `${operation.type} ${name}` : operation.type);
  span.set({ 'graphql.operation.type': operation.type, 'graphql.operation.name': name });
}

/** Notes the errors of an answer by their codes; only what is the servers' fault makes the span a failed one. */
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

/** The first field that an operation selects; `event` where it spreads a fragment instead. */
export function rootFieldOf({ selectionSet }: Selecting): string {
  return selectionSet.selections.find(({ kind }) => kind === 'Field')?.name?.value ?? 'event';
}
