import type { Site } from './site.ts';
import { killSupervised } from './supervised.ts';

/** The site that the trials of a suite share. A trial that fails leaves it stopped, with its files; the next one gets a new one. */
export class SharedSite<Kind extends Site> {
  private opening: Promise<Kind> | undefined;

  constructor(private readonly openNew: () => Promise<Kind>) {}

  open(): Promise<Kind> {
    this.opening ??= this.openNew();
    return this.opening;
  }

  /** Stops everything, by force where it may, and keeps the files. */
  async abandon(): Promise<void> {
    await killSupervised();
    const site = await this.opened();
    await killSupervised();
    await site?.stop();
  }

  async close(): Promise<void> {
    const site = await this.opened();
    await site?.stop();
    await site?.remove();
    await killSupervised();
  }

  /** Undefined where there is none, or it could not be opened. */
  private async opened(): Promise<Kind | undefined> {
    const { opening } = this;
    this.opening = undefined;
    return opening?.catch(() => undefined);
  }
}
