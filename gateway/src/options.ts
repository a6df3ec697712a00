import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SigningKey, TokenVerifier } from '@lyceum/auth';
import type { LocalSubgraph } from '@lyceum/subgraph';
import type { Logger, Metrics, Tracing } from '@lyceum/telemetry';
import type { CostLimits, Limits } from './limits/limits.ts';

export interface GatewayOptions {
  /** SDL of the supergraph, security directives and all. */
  readonly supergraph: string;
  /** Subgraphs in this process, or by a URL that overrides the supergraph's; those left out are at the supergraph's URL. */
  readonly subgraphs: ReadonlyMap<string, LocalSubgraph | URL>;
  /** The gateway's own key: it signs what goes to subgraphs reached by URL. */
  readonly signingKey: SigningKey;
  readonly tokens: TokenVerifier;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /**
   * `development`: introspection, an explorer, and CORS for localhost and Apollo's explorers.
   * `production`: none of these, CORS for `allowedOrigins` alone.
   */
  readonly mode: 'development' | 'production';
  /** Origins of pages that may use the gateway from elsewhere, such as `https://learn.example.org`. */
  readonly allowedOrigins: readonly string[];
  readonly log: Logger;
  /** Records spans; unless given, contexts are only passed on. */
  readonly tracing?: Tracing | undefined;
  /** How many proxies of the installation's own stand before the gateway and write `X-Forwarded-For`; 0 by default. */
  readonly trustedProxies?: number | undefined;
  /** Milliseconds that one fetch from a subgraph may take; 5,000 by default. */
  readonly subgraphDeadlineMs?: number | undefined;
  /** Milliseconds that one operation may take as a whole; 10,000 by default. */
  readonly operationDeadlineMs?: number | undefined;
  /** Milliseconds that a socket may be silent before its `connection_init`; 3,000 by default. */
  readonly connectionInitWaitMs?: number | undefined;
  /** Milliseconds that a stop waits for operations in flight; 5,000 by default. */
  readonly drainWithinMs?: number | undefined;
  /** Introspection; by default as the mode says. */
  readonly introspection?: boolean | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** What one operation may cost, by role; `defaultCostLimits` for those left out. */
  readonly costLimits?: Partial<CostLimits> | undefined;
  /** Metrics of others in this process, shown on `/metrics` beside the gateway's own. */
  readonly otherMetrics?: (() => readonly Metrics[]) | undefined;
  /** Further paths that the HTTP server answers, GET and POST. */
  readonly routes?: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => void> | undefined;
  /** Turns on usage reporting to Apollo. */
  readonly apollo?: { readonly key: string; readonly graphRef: string } | undefined;
  /** The query that the explorer begins with. */
  readonly defaultQuery?: string | undefined;
}

export interface RunningGateway {
  /** Where operations go, such as `http://127.0.0.1:4000/graphql`; subscriptions go to the same address over `ws:`. */
  readonly url: string;
  readonly metrics: Metrics;
  /** Answers what is in flight, closes sockets with 1001 and lets go of the subgraphs, within 10 seconds. Idempotent. */
  stop(): Promise<void>;
}
