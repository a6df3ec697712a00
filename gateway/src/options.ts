import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SigningKey, TokenVerifier } from '@lyceum/auth';
import type { LocalSubgraph } from '@lyceum/subgraph';
import type { Logger, Metrics, Tracing } from '@lyceum/telemetry';
import type { CostLimits, Limits } from './limits/limits.ts';

export interface GatewayOptions {
  /** SDL of the supergraph, including security directives. */
  readonly supergraph: string;
  /** Subgraphs in this process, or by a URL that overrides the supergraph's; omitted ones use the supergraph's URL. */
  readonly subgraphs: ReadonlyMap<string, LocalSubgraph | URL>;
  /** The gateway's own key, which signs requests to subgraphs reached by URL. */
  readonly signingKey: SigningKey;
  readonly tokens: TokenVerifier;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /**
   * `development`: introspection, an explorer, and CORS for localhost and Apollo's explorers. `production`: none of
   * these, and CORS only for `allowedOrigins`.
   */
  readonly mode: 'development' | 'production';
  /** Origins of other sites whose pages may use the gateway, such as `https://learn.example.org`. */
  readonly allowedOrigins: readonly string[];
  readonly log: Logger;
  /** Records spans; by default contexts are only propagated. */
  readonly tracing?: Tracing | undefined;
  /** Number of the installation's own proxies in front of the gateway that set `X-Forwarded-For`; default 0. */
  readonly trustedProxies?: number | undefined;
  /** Time limit of one fetch from a subgraph in milliseconds; default 5,000. */
  readonly subgraphDeadlineMs?: number | undefined;
  /** Time limit of one operation in milliseconds; default 10,000. */
  readonly operationDeadlineMs?: number | undefined;
  /** Milliseconds that a socket may wait before its `connection_init`; default 3,000. */
  readonly connectionInitWaitMs?: number | undefined;
  /** Milliseconds that a stop waits for running operations; default 5,000. */
  readonly drainWithinMs?: number | undefined;
  /** Introspection; the default depends on the mode. */
  readonly introspection?: boolean | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Cost limit of one operation, by role; `defaultCostLimits` for omitted roles. */
  readonly costLimits?: Partial<CostLimits> | undefined;
  /** Metrics of others in this process, shown on `/metrics` in addition to the gateway's own. */
  readonly otherMetrics?: (() => readonly Metrics[]) | undefined;
  /** Additional paths that the HTTP server answers, GET and POST. */
  readonly routes?: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => void> | undefined;
  /** Enables usage reporting to Apollo. */
  readonly apollo?: { readonly key: string; readonly graphRef: string } | undefined;
  /** The initial query of the explorer. */
  readonly defaultQuery?: string | undefined;
}

export interface RunningGateway {
  /**
   * The address for operations, such as `http://127.0.0.1:4000/graphql`; subscriptions use the same address with `ws:`.
   */
  readonly url: string;
  readonly metrics: Metrics;
  /**
   * Finishes running operations, closes sockets with 1001 and disconnects from the subgraphs, within 10 seconds.
   * Idempotent.
   */
  stop(): Promise<void>;
}
