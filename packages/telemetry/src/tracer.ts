import type { RequestScope } from './request-scope.ts';

export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

/** Undefined values are omitted. */
export type Attributes = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface SpanOptions {
  /** Default `internal`. */
  readonly kind?: SpanKind;
  /** A function is called only if the span is recorded. */
  readonly attributes?: Attributes | (() => Attributes);
  /** The cause of the span; defaults to the current request. Without a trace the span starts one. */
  readonly scope?: RequestScope;
}

/** A timed operation, as part of a trace. */
export interface Span {
  /** The W3C context for work that the span causes; undefined if nothing is exported and there was no trace before. */
  readonly traceparent: string | undefined;
  /** Runs work as caused by the span; does not end it. */
  run<Result>(work: () => Result): Result;
  rename(name: string): void;
  set(attributes: Attributes): void;
  /** Adds a span event. */
  event(name: string, attributes?: Attributes): void;
  /** Marks the span as failed. */
  fail(error: unknown): void;
  end(): void;
}

/** Creates the spans of one service. */
export interface Tracer {
  /** A span that the caller must end. */
  start(name: string, options?: SpanOptions): Span;
  /** Runs work in a new span; errors are recorded on the span and rethrown. */
  span<Result>(name: string, options: SpanOptions, work: (span: Span) => Promise<Result>): Promise<Result>;
}

/** The tracing of a process, which may contain several services. */
export interface Tracing {
  /** @param service spans are shown under the service name `lyceum-<service>` */
  tracer(service: string): Tracer;
  /** Exports ended spans; gives up after 2 s. Never rejects. */
  stop(): Promise<void>;
}

/** A recorded or unrecorded span. */
export type Recording = Omit<Span, 'run'>;

/** @param parent the parent context; without it the span starts a trace */
export type StartRecording = (
  name: string,
  options: { readonly kind: SpanKind; readonly attributes: Attributes },
  parent: string | undefined,
) => Recording;
