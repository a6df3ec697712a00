import { createLogger } from '@lyceum/telemetry';
import { until } from '@lyceum/testing';
import { type Committing, startCommitting } from './committing.ts';

type Offsets = ReturnType<Parameters<Committing['follow']>[0]['uncommittedOffsets']>;

/** A consumer of one partition. */
class FakeConsumer {
  /** The offsets that the next commit will contain. */
  resolved: string | undefined;
  readonly committed: string[] = [];
  failures = 0;

  uncommittedOffsets = (): Offsets => {
    const { resolved, committed } = this;
    if (resolved === undefined || resolved === committed.at(-1)) return { topics: [] };
    return { topics: [{ topic: 't', partitions: [{ partition: 0, offset: resolved }] }] };
  };

  commitOffsetsIfNecessary = async (offsets?: Offsets): Promise<void> => {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('not the coordinator');
    }
    for (const { partitions } of offsets?.topics ?? []) {
      this.committed.push(...partitions.map(({ offset }) => offset));
    }
  };
}

describe('what a consumer has handled', () => {
  let committing: Committing;
  beforeEach(() => {
    committing = startCommitting(createLogger('test', 'silent'), 'group');
  });
  afterEach(() => committing.stop());

  it('is committed without being asked, several batches at once', async () => {
    const consumer = new FakeConsumer();
    for (let offset = 1; offset <= 100; offset += 1) {
      consumer.resolved = String(offset);
      committing.follow(consumer);
    }
    await until(() => consumer.committed.length > 0);
    expect(consumer.committed).toEqual(['100']);
  });

  it('is committed at once when asked, and only once', async () => {
    const consumer = new FakeConsumer();
    consumer.resolved = '7';
    await committing.commit();
    expect(consumer.committed).toEqual([]);
    committing.follow(consumer);
    await committing.commit();
    await committing.commit();
    expect(consumer.committed).toEqual(['7']);
  });

  it('is committed later where that fails', async () => {
    const consumer = new FakeConsumer();
    consumer.resolved = '7';
    consumer.failures = 1;
    committing.follow(consumer);
    await committing.commit();
    expect(consumer.committed).toEqual([]);
    await until(() => consumer.committed.length > 0);
    expect(consumer.committed).toEqual(['7']);
  });
});
