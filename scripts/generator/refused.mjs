/** An invalid argument of a command; the message says what to choose instead. */
export class Refused extends Error {}
