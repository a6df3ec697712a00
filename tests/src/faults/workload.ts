import { setTimeout as sleep } from 'node:timers/promises';
import type { Classroom } from './classroom.ts';
import type { Clients } from './client.ts';
import { Random } from './random.ts';
import { Student } from './student.ts';

const betweenRegradesMs = 30;

/** Students who come one after another in a few lanes, and an instructor who regrades, until they are told to stop. */
export class Workload {
  private stopping = false;
  private readonly thinkMs: number;
  private readonly handedIn: { classroom: Classroom; attemptId: string }[] = [];
  private readonly lanes: Promise<void>[];

  constructor(
    private readonly clients: Clients,
    private readonly classrooms: readonly Classroom[],
    options: { seed: number; lanes: number; thinkMs: number },
  ) {
    const { seed, lanes, thinkMs } = options;
    this.thinkMs = thinkMs;
    this.lanes = [
      ...Array.from({ length: lanes }, (_, lane) => this.teach(new Random(seed * 100 + lane))),
      this.regrade(new Random(seed * 100 + 99)),
    ];
    for (const lane of this.lanes) lane.catch(() => undefined);
  }

  /** Ends when what is under way is done. @throws where a client was answered what no fault excuses */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.lanes);
  }

  /** Rejects as soon as a lane fails; never resolves. */
  get failed(): Promise<never> {
    return new Promise((_resolve, reject) => {
      for (const lane of this.lanes) lane.catch(reject);
    });
  }

  private async teach(random: Random): Promise<void> {
    while (!this.stopping) {
      const classroom = random.pick(this.classrooms);
      const student = await Student.register(this.clients, this.thinkMs);
      await student.enrol(classroom);
      for (const lessonId of classroom.lessonIds) await student.complete(lessonId);
      const attemptId = await student.sit(classroom, random.integer(1, 3));
      this.handedIn.push({ classroom, attemptId });
    }
  }

  private async regrade(random: Random): Promise<void> {
    while (!this.stopping) {
      await sleep(betweenRegradesMs + this.thinkMs, undefined, { signal: this.clients.signal });
      if (this.handedIn.length === 0) continue;
      const { classroom, attemptId } = random.pick(this.handedIn);
      await classroom.regrade(attemptId, random);
    }
  }
}
