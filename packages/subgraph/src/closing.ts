/** Opened resources, to be closed in reverse order. */
export class Closing {
  private readonly closers: (() => unknown)[] = [];
  private closed: Promise<void> | undefined;

  add(close: () => unknown): void {
    this.closers.push(close);
  }

  /**
   * Closes everything once, continuing after failures.
   * @throws the first failure, when all are closed
   */
  close(): Promise<void> {
    this.closed ??= this.closeAll();
    return this.closed;
  }

  private async closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.closers.reverse()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
