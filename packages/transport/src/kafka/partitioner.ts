import type { PartitionerArgs } from 'kafkajs';

/**
 * Chooses a record's partition by its key, with the same result as Kafka's own clients, so that other writers to a
 * topic keep the order of its subjects. kafkajs's implementation uses BigInt and takes a quarter of the time of
 * publishing.
 */
export function createPartitioner(): (args: PartitionerArgs) => number {
  return ({ message: { key }, partitionMetadata }) => {
    if (key === null || key === undefined) return 0;
    const hash = murmur2(typeof key === 'string' ? Buffer.from(key) : key);
    return (hash & 0x7fffffff) % partitionMetadata.length;
  };
}

const seed = 0x9747b28c;
const multiplier = 0x5bd1e995;

/** MurmurHash2, 32 bits: the four-byte words, little endian, then the remaining bytes. */
function murmur2(bytes: Buffer): number {
  const words = bytes.length - (bytes.length % 4);
  let hash = seed ^ bytes.length;
  for (let at = 0; at < words; at += 4) {
    const scattered = Math.imul(bytes.readInt32LE(at), multiplier);
    hash = Math.imul(hash, multiplier) ^ Math.imul(scattered ^ (scattered >>> 24), multiplier);
  }
  if (words < bytes.length) {
    hash = Math.imul(hash ^ bytes.readUIntLE(words, bytes.length - words), multiplier);
  }
  hash = Math.imul(hash ^ (hash >>> 13), multiplier);
  return hash ^ (hash >>> 15);
}
