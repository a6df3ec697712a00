const keptLines = 50;

/** The last lines of a log. */
export class LogTail {
  #lines: string[] = [];

  add(line: string): void {
    if (line.trim() === '') return;
    this.#lines.push(line.trim());
    if (this.#lines.length > keptLines) this.#lines.shift();
  }

  /** Why the program exited: its last fatal line if there is one, else its last line. */
  get reason(): string {
    const fatal = this.#lines.findLast((line) => /\b(FATAL|PANIC):|\berror:/.test(line));
    return (fatal ?? this.#lines.at(-1) ?? 'it said nothing').replace(/\s+/g, ' ');
  }

  includes(text: RegExp): boolean {
    return this.#lines.some((line) => text.test(line));
  }
}
