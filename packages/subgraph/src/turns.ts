/** Results that are taken up in one turn of the event loop. */
const mostInATurn = 200;

/**
 * Lets asynchronous results be taken up in portions, a turn of the event loop for each: thousands that arrive together, as
 * they do from one statement, would otherwise be completed in one go, and nobody else be answered meanwhile.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #left = mostInATurn;
  #isRenewing = false;

  /** Resolves in the turn in which a result may be taken up; undefined where that is now. */
  take(): Promise<void> | undefined {
    this.#renewLater();
    if (this.#left === 0) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#left -= 1;
    return undefined;
  }

  #renewLater(): void {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    setImmediate(() => this.#renew());
  }

  #renew(): void {
    this.#isRenewing = false;
    const portion = this.#waiting.splice(0, mostInATurn);
    this.#left = mostInATurn - portion.length;
    for (const take of portion) take();
    if (this.#waiting.length > 0) this.#renewLater();
  }
}
