import type { Viewer } from '@lyceum/auth';
import type { Caller } from '@lyceum/subgraph';
import type { AnswerAllowance } from './limits/answer-allowance.ts';
import type { OperationLifetime } from './operation-lifetime.ts';

/** On whose behalf an operation runs. */
export interface Identity {
  /** What subgraphs are told: the token as it came, and the request. */
  readonly caller: Caller;
  /** Whom the token stands for; null for an anonymous operation. */
  readonly viewer: Viewer | null;
}

/** What an operation carries through the gateway. */
export interface GatewayContext extends Identity {
  readonly lifetime: OperationLifetime;
  /** What subgraphs may still answer. */
  readonly allowance: AnswerAllowance;
}
