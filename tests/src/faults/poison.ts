import type { Random } from './random.ts';

/** Lets a handler fail with some events, each a few times: fewer than make a dead letter of it, or more. */
export class Poison {
  private readonly left = new Map<string, number>();
  private readonly met = new Set<string>();
  private wanted = 0;
  private wake: () => void = () => undefined;

  constructor(private readonly random: Random) {}

  /** Poisons so many of the events to come; resolves when they have come. */
  async play(events: number): Promise<number> {
    this.wanted = events;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    return events;
  }

  /** @throws where the event is poisoned, still */
  taste(eventId: string): void {
    if (!this.met.has(eventId)) {
      this.met.add(eventId);
      if (this.wanted > 0 && this.random.fraction() < 0.3) {
        this.left.set(eventId, this.random.integer(1, 9));
        this.wanted -= 1;
        if (this.wanted === 0) this.wake();
      }
    }
    const left = this.left.get(eventId) ?? 0;
    if (left === 0) return;
    this.left.set(eventId, left - 1);
    throw new Error(`poisoned, ${left} times yet`);
  }

  /** Whether some event would fail once more. */
  get isLeft(): boolean {
    return [...this.left.values()].some((times) => times > 0);
  }
}
