import type { CollectedSpan } from './collector.ts';

/** The spans of a trace as a tree, one a line: service, name, milliseconds; those below one span in the order of their beginning. */
export function printTrace(spans: readonly CollectedSpan[], traceId: string): string {
  const ofTrace = spans.filter((span) => span.traceId === traceId);
  const ids = new Set(ofTrace.map(({ spanId }) => spanId));
  const below = (parent: CollectedSpan | undefined) =>
    ofTrace
      .filter(({ parentSpanId }) => (parent ? parentSpanId === parent.spanId : !ids.has(parentSpanId ?? '')))
      .sort((first, second) => first.startedAt - second.startedAt);

  function lines(span: CollectedSpan, indent: string, isLast: boolean, isRoot: boolean): string[] {
    const { service, name, startedAt, endedAt } = span;
    const branch = isRoot ? '' : isLast ? '└─ ' : '├─ ';
    const line = `${indent}${branch}${service}  ${name}  ${(endedAt - startedAt).toFixed(1)} ms`;
    const children = below(span);
    const next = isRoot ? indent : `${indent}${isLast ? '   ' : '│  '}`;
    return [line, ...children.flatMap((child, index) => lines(child, next, index === children.length - 1, false))];
  }
  return below(undefined)
    .flatMap((root) => lines(root, '', true, true))
    .join('\n');
}
