import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { until } from '@lyceum/testing';

/** A span as it was exported. */
export interface CollectedSpan {
  readonly service: string;
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  readonly traceId: string;
  readonly spanId: string;
  /** Undefined for the first of a trace. */
  readonly parentSpanId: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[];
  readonly failed: boolean;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A collector of traces by OTLP over HTTP, for tests. */
export interface TestCollector {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  readonly spans: readonly CollectedSpan[];
  /** How often somebody posted. */
  readonly posts: number;
  /** `refuse`: answers 400; `hang`: takes what comes and answers when it stops. */
  mood: 'well' | 'refuse' | 'hang';
  /** The first span that fits, once it is here. */
  spanOf(fits: (span: CollectedSpan) => boolean): Promise<CollectedSpan>;
  /**
   * The services and names from a span up to the first of its trace, or to the first below a span of a client's own, once all of them
   * are here: `course: publish …`.
   */
  pathOf(span: CollectedSpan, clientsSpanId?: string): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startCollector(): Promise<TestCollector> {
  const spans: CollectedSpan[] = [];
  const held: ServerResponse[] = [];
  let posts = 0;
  const accept = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    posts += 1;
    if (collector.mood === 'hang') return void held.push(response);
    if (collector.mood === 'refuse') return void response.writeHead(400).end();
    spans.push(...readExport(JSON.parse(text)));
    accept(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();

  const spanOf = async (fits: (span: CollectedSpan) => boolean) => {
    await until(() => spans.some(fits));
    return spans.find(fits) as CollectedSpan;
  };
  const collector: TestCollector = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    spans,
    get posts() {
      return posts;
    },
    mood: 'well',
    spanOf,
    async pathOf(last, clientsSpanId) {
      const path: string[] = [];
      for (let span: CollectedSpan | undefined = last; span; ) {
        path.push(`${span.service}: ${span.name}`);
        const { parentSpanId, traceId } = span;
        if (parentSpanId === undefined || parentSpanId === clientsSpanId) break;
        span = await spanOf((other) => other.spanId === parentSpanId && other.traceId === traceId);
      }
      return path;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const response of held) accept(response);
      server.closeIdleConnections();
      await closed;
    },
  };
  return collector;
}

interface ExportedSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes?: readonly KeyValue[];
  readonly events?: readonly { readonly name: string; readonly attributes?: readonly KeyValue[] }[];
  readonly status?: { readonly code?: number };
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

interface KeyValue {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] };
    readonly scopeSpans: readonly { readonly spans: readonly ExportedSpan[] }[];
  }[];
}

const kinds = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
const failedStatus = 2;

function readExport({ resourceSpans }: Export): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(readAttributes(resource.attributes)['service.name']);
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => readSpan(service, span)));
  });
}

function readSpan(service: string, span: ExportedSpan): CollectedSpan {
  const { name, kind, traceId, spanId, parentSpanId, attributes, events = [], status } = span;
  return {
    service,
    name,
    kind: kinds[kind] ?? 'internal',
    traceId,
    spanId,
    parentSpanId: parentSpanId === '' ? undefined : parentSpanId,
    attributes: readAttributes(attributes),
    events: events.map((event) => ({ name: event.name, attributes: readAttributes(event.attributes) })),
    failed: status?.code === failedStatus,
    startedAt: Number(BigInt(span.startTimeUnixNano) / 1_000n) / 1_000,
    endedAt: Number(BigInt(span.endTimeUnixNano) / 1_000n) / 1_000,
  };
}

function readAttributes(attributes: readonly KeyValue[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, readValue(value)]));
}

/** OTLP's JSON names the type of a value: `{ stringValue: 'x' }`, `{ arrayValue: { values: [ … ] } }`. */
function readValue(value: Readonly<Record<string, unknown>>): unknown {
  const [[type, content] = []] = Object.entries(value);
  if (type === 'intValue') return Number(content);
  if (type !== 'arrayValue') return content;
  return ((content as { values?: Readonly<Record<string, unknown>>[] }).values ?? []).map(readValue);
}
