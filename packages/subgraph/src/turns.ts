/** Values processed in one turn of the event loop: about 20 ms of work. */
const valuesOfATurn = 2_000;

/**
 * Processes asynchronous results in batches, one per turn of the event loop: thousands that arrive together, as from
 * one statement, would otherwise be completed without interruption, and block all other requests.
 */
export class Turns {
  readonly #waiting: { readonly values: number; readonly take: () => void }[] = [];
  #left = valuesOfATurn;
  #isRenewing = false;

  /**
   * Resolves in the turn in which a result may be processed; undefined if that is now.
   * @param values in the result, including those still to be resolved
   */
  take(values: number): Promise<void> | undefined {
    const isNow = this.#left > 0;
    if (isNow) this.#left -= values;
    // Most operations stay below the limit, and need no extra turn.
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
