/** Numbers that look random and are the same for the same seed (mulberry32): a run that fails can be played again. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to below 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** @throws {RangeError} where there is nothing to choose from */
  pick<Value>(values: readonly Value[]): Value {
    if (values.length === 0) throw new RangeError('nothing to choose from');
    return values[this.integer(0, values.length - 1)] as Value;
  }
}
