import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import { createInProcessTransport, type EventSubscription, type EventTransport } from '@lyceum/transport';
import type { Random } from './random.ts';

/** What a transport may do to events, and worse. */
export type Mischief =
  | 'events come twice'
  | 'events of one subject come in reverse'
  | 'events come late, overtaken by others'
  | 'successes are forgotten'
  | 'batches are refused'
  | 'batches are carried and then refused';

/** How long a batch is kept back, so that events of one subject come together and can be turned round. */
const keptBackMs = 250;
const chance = 0.5;

/** The transport of one process, with faults in it as long as a mischief is on. */
export class FaultyTransport {
  readonly transport: EventTransport;
  private mischief: Mischief | undefined;
  private happened = 0;
  private wake: () => void = () => undefined;

  constructor(
    log: Logger,
    private readonly random: Random,
  ) {
    const inner = createInProcessTransport({ log });
    this.transport = {
      ...inner,
      publish: (batch) => this.publish(inner, batch),
      // Whoever reads up by itself misses nothing by these faults.
      subscribe: (subscription) =>
        inner.subscribe(subscription.group === null ? subscription : this.disturb(subscription)),
    };
  }

  /** Lets it happen for at least so many times. @returns how often it happened */
  async play(mischief: Mischief, times: number): Promise<number> {
    this.happened = 0;
    this.mischief = mischief;
    while (this.happened < times) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    this.mischief = undefined;
    return this.happened;
  }

  private async publish(inner: EventTransport, batch: readonly EventEnvelope[]): Promise<void> {
    if (this.strikes('batches are refused')) throw new Error('refused');
    if (this.strikes('batches are carried and then refused')) {
      await inner.publish(batch);
      throw new Error('carried, and refused');
    }
    if (this.mischief !== 'events of one subject come in reverse') return inner.publish(batch);
    await sleep(keptBackMs);
    const subjects = batch.map(({ subject }) => subject);
    this.count(subjects.length - new Set(subjects).size);
    return inner.publish(batch.toReversed());
  }

  private disturb(subscription: EventSubscription): EventSubscription {
    return {
      ...subscription,
      handle: async (batch) => {
        const late = batch.some(() => this.strikes('events come late, overtaken by others'));
        if (late) await sleep(this.random.integer(50, 400));
        await subscription.handle(
          batch.flatMap((event) => (this.strikes('events come twice') ? [event, event] : [event])),
        );
        if (batch.some(() => this.strikes('successes are forgotten'))) throw new Error('handled, and forgotten');
      },
    };
  }

  private strikes(mischief: Mischief): boolean {
    if (this.mischief !== mischief || this.random.fraction() >= chance) return false;
    this.count(1);
    return true;
  }

  private count(times: number): void {
    this.happened += times;
    if (times > 0) this.wake();
  }
}
