/** Values that are taken up in one turn of the event loop: some 20 ms of work. */
const valuesOfATurn = 2_000;

/**
 * Lets asynchronous results be taken up in portions, a turn of the event loop for each: thousands that arrive together, as
 * they do from one statement, would otherwise be completed in one go, and nobody else be answered meanwhile.
 */
export class Turns {
  readonly #waiting: { readonly values: number; readonly take: () => void }[] = [];
  #left = valuesOfATurn;
  #isRenewing = false;

  /**
   * Resolves in the turn in which a result may be taken up; undefined where that is now.
   * @param values that the result holds, those that are to be resolved of it included
   */
  take(values: number): Promise<void> | undefined {
    const isNow = this.#left > 0;
    if (isNow) this.#left -= values;
    // Most operations never come as far, and need no turn of their own.
    if (this.#left <= valuesOfATurn / 2) this.#renewLater();
    return isNow ? undefined : new Promise((take) => this.#waiting.push({ values, take }));
  }

  #renewLater(): void {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    setImmediate(() => this.#renew());
  }

  #renew(): void {
    this.#isRenewing = false;
    this.#left = valuesOfATurn;
    let taken = 0;
    for (const { values, take } of this.#waiting) {
      if (this.#left <= 0) break;
      this.#left -= values;
      taken += 1;
      take();
    }
    this.#waiting.splice(0, taken);
    if (this.#waiting.length > 0) this.#renewLater();
  }
}
