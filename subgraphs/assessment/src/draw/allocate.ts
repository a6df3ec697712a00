/**
 * Assigns questions to sections so that no two sections share a question, in the order of each section's pool where
 * possible. If an earlier section has taken what a later one needs, the earlier one is moved to another of its own
 * questions: this fails only if no allocation exists.
 * (Augmenting paths of bipartite matching, Kuhn 1955, breadth first over sections.)
 */
export class Allocation {
  private readonly holders = new Map<string, string>();

  constructor(private readonly pools: ReadonlyMap<string, readonly string[]>) {}

  /** Gives the section one more question; false if every way to do so would take one away from another section. */
  give(sectionId: string): boolean {
    const reachedBy = new Map<string, { via: string; from: string } | null>([[sectionId, null]]);
    const queue = [sectionId];
    for (const current of queue) {
      for (const question of this.pools.get(current) ?? []) {
        const holder = this.holders.get(question);
        if (holder === undefined) {
          this.passAlong(question, current, reachedBy);
          return true;
        }
        if (!reachedBy.has(holder)) {
          reachedBy.set(holder, { via: question, from: current });
          queue.push(holder);
        }
      }
    }
    return false;
  }

  /** The questions of a section, in the order of its pool. */
  of(sectionId: string): string[] {
    return (this.pools.get(sectionId) ?? []).filter((question) => this.holders.get(question) === sectionId);
  }

  /** `taker` takes the free question and releases the one it was reached by, and so on back to the first section. */
  private passAlong(
    free: string,
    taker: string,
    reachedBy: ReadonlyMap<string, { via: string; from: string } | null>,
  ): void {
    this.holders.set(free, taker);
    let step = reachedBy.get(taker);
    while (step) {
      this.holders.set(step.via, step.from);
      step = reachedBy.get(step.from);
    }
  }
}
