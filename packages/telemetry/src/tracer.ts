import type { RequestScope } from './request-scope.ts';

export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

/** What is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface SpanOptions {
  /** `internal`, unless given. */
  readonly kind?: SpanKind;
  /** A function is called only where the span is recorded. */
  readonly attributes?: Attributes | (() => Attributes);
  /** What caused the span; the request that the code runs in, unless given. Without a trace the span begins one. */
  readonly scope?: RequestScope;
}

/** Something that takes time, as a part of a trace. */
export interface Span {
  /** The W3C context of what the span causes; undefined where nothing is exported and no trace was there before. */
  readonly traceparent: string | undefined;
  /** Runs work as caused by the span; does not end it. */
  run<Result>(work: () => Result): Result;
  rename(name: string): void;
  set(attributes: Attributes): void;
  /** Notes a moment within the span. */
  event(name: string, attributes?: Attributes): void;
  /** Marks the span as failed. */
  fail(error: unknown): void;
  end(): void;
}

/** Makes the spans of one service. */
export interface Tracer {
  /** A span that the caller ends. */
  start(name: string, options?: SpanOptions): Span;
  /** Runs work in a span of its own; what it throws is noted on the span and thrown on. */
  span<Result>(name: string, options: SpanOptions, work: (span: Span) => Promise<Result>): Promise<Result>;
}

/** The spans of a process, in which several services may live. */
export interface Tracing {
  /** @param service the service that spans are shown under is `lyceum-<service>` */
  tracer(service: string): Tracer;
  /** Exports what has ended; gives up after 2 s. Never rejects. */
  stop(): Promise<void>;
}

/** A span as it is recorded, or not. */
export type Recording = Omit<Span, 'run'>;

/** @param parent the context that the span belongs to; without it the span begins a trace */
export type StartRecording = (
  name: string,
  options: { readonly kind: SpanKind; readonly attributes: Attributes },
  parent: string | undefined,
) => Recording;
