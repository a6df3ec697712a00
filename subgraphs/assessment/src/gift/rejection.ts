/** Why a question is rejected: tells the author what is wrong and what would be accepted. */
export class Rejection {
  constructor(readonly reason: string) {}
}
