/**
 * Codes with which the gateway closes a client's socket, beside those of the protocol (4400 a message that is not of the
 * protocol, 4401 an operation before `connection_ack`, 4408 no `connection_init` in time, 4409 an id in use, 4429 a
 * second `connection_init`, 4500 a fault of the gateway).
 */
export const closeCodes = {
  /** The gateway stops: connect again, and resubscribe with the last cursor. */
  goingAway: 1001,
  /** The token is not valid, or has just expired: connect again with a fresh one, and the last cursor. */
  forbidden: 4403,
  /** Events came faster than the client took them: connect again, and resubscribe with the last cursor. */
  tooSlow: 4413,
  internalError: 4500,
} as const;
