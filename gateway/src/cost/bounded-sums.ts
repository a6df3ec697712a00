/** Sums by name, with a limited number of summands. */
export class BoundedSums {
  readonly #sums = new Map<string, number>();
  #left: number;

  constructor(mostSummands: number) {
    this.#left = mostSummands;
  }

  get isFull(): boolean {
    return this.#left <= 0;
  }

  /** @returns whether there was room for the summand */
  add(name: string, summand: number): boolean {
    if (this.isFull) return false;
    this.#left -= 1;
    this.#sums.set(name, (this.#sums.get(name) ?? 0) + summand);
    return true;
  }

  largest(count: number): readonly (readonly [name: string, sum: number])[] {
    return [...this.#sums].sort(([, a], [, b]) => b - a).slice(0, count);
  }
}
