import type { Viewer } from '@lyceum/auth';
import type { Caller } from '@lyceum/subgraph';

/** What an operation carries through the gateway. */
export interface GatewayContext {
  /** What subgraphs are told: the token as it came, and the request. */
  readonly caller: Caller;
  /** Whom the token stands for; null for an anonymous operation. */
  readonly viewer: Viewer | null;
}
