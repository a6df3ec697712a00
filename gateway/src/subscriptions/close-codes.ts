/**
 * Codes with which the gateway closes a client's socket, in addition to the protocol's (4400 malformed message, 4401
 * operation before `connection_ack`, 4408 no `connection_init` in time, 4409 duplicate id, 4429 second
 * `connection_init`, 4500 internal error).
 */
export const closeCodes = {
  /** The gateway is stopping: reconnect, and resubscribe with the last cursor. */
  goingAway: 1001,
  /** The token is invalid or has just expired: reconnect with a fresh one, and resubscribe with the last cursor. */
  forbidden: 4403,
  /** Events arrived faster than the client read them: reconnect, and resubscribe with the last cursor. */
  tooSlow: 4413,
  internalError: 4500,
} as const;
