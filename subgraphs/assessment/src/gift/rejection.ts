/** Why a question cannot be taken: what is wrong and what would be accepted, for the author to read. */
export class Rejection {
  constructor(readonly reason: string) {}
}
