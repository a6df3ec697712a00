import type { Viewer } from '@lyceum/auth';
import type { Caller } from '@lyceum/subgraph';
import type { AnswerAllowance } from './limits/answer-allowance.ts';
import type { OperationLifetime } from './operation-lifetime.ts';

/** On whose behalf an operation runs. */
export interface Identity {
  /** Data for subgraphs: the token as received, and the request. */
  readonly caller: Caller;
  /** The person that the token identifies; null for an anonymous operation. */
  readonly viewer: Viewer | null;
}

/** The context of an operation in the gateway. */
export interface GatewayContext extends Identity {
  readonly lifetime: OperationLifetime;
  /** The remaining size allowance for subgraph answers. */
  readonly allowance: AnswerAllowance;
}
