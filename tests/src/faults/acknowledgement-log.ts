import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';

/** What a client was told is done; from that moment the system owes it. */
export type Fact =
  | { readonly kind: 'account'; readonly userId: string; readonly email: string }
  | { readonly kind: 'enrolment'; readonly courseId: string; readonly learnerId: string }
  | { readonly kind: 'completion'; readonly lessonId: string; readonly learnerId: string }
  | { readonly kind: 'save'; readonly itemId: string; readonly sequence: number; readonly response: object }
  | { readonly kind: 'submission'; readonly attemptId: string }
  | { readonly kind: 'review'; readonly attemptId: string; readonly itemId: string; readonly points: string };

/** Everything that clients were told, in order; each line is on disk before the client goes on. */
export class AcknowledgementLog {
  private readonly file: number;
  private readonly entries: Fact[] = [];

  /** How often clients were not answered, or "not now", and asked again. */
  retries = 0;

  constructor(path: string) {
    this.file = openSync(path, 'a');
  }

  tell(fact: Fact): void {
    writeSync(this.file, `${JSON.stringify({ at: new Date().toISOString(), ...fact })}\n`);
    fdatasyncSync(this.file);
    this.entries.push(fact);
  }

  askAgain(): void {
    this.retries += 1;
  }

  get facts(): readonly Fact[] {
    return this.entries;
  }

  of<Kind extends Fact['kind']>(kind: Kind): Extract<Fact, { kind: Kind }>[] {
    return this.entries.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
  }

  close(): void {
    closeSync(this.file);
  }
}
