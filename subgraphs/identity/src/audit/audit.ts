import type { AuthenticationEventId, UserId } from '@lyceum/contracts';

export type AuthenticationEventKind =
  | 'REGISTERED'
  | 'LOGIN_SUCCEEDED'
  | 'LOGIN_FAILED'
  | 'LOGIN_REFUSED'
  | 'SESSION_REFRESHED'
  | 'REFRESH_TOKEN_REUSED'
  | 'LOGGED_OUT'
  | 'ROLE_CHANGED';

export interface AuthenticationEvent {
  readonly id: AuthenticationEventId;
  readonly kind: AuthenticationEventKind;
  readonly userId: UserId | null;
  readonly requestId: string;
  readonly at: Date;
}
