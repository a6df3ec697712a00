import fc from 'fast-check';
import { Partitioners, type PartitionMetadata } from 'kafkajs';
import { createPartitioner } from './partitioner.ts';

const partitions = (count: number): PartitionMetadata[] =>
  Array.from({ length: count }, (_, partitionId) => ({
    ...{ partitionId, partitionErrorCode: 0, leader: 1, replicas: [1], isr: [1] },
  }));

describe('the partition of a key', () => {
  const ours = createPartitioner();
  const theirs = Partitioners.DefaultPartitioner();

  it('is the one that kafkajs and Java clients choose', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.uuid(), fc.string({ unit: 'binary' }), fc.uint8Array().map(Buffer.from)),
        fc.integer({ min: 1, max: 50 }),
        (key, count) => {
          const args = { topic: 't', partitionMetadata: partitions(count), message: { key, value: null } };
          expect(ours(args)).toBe(theirs(args));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('is the first where there is no key', () => {
    expect(ours({ topic: 't', partitionMetadata: partitions(3), message: { key: null, value: null } })).toBe(0);
  });
});
