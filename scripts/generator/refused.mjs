/** The command is given something that it cannot do; the message says what to choose instead. */
export class Refused extends Error {}
