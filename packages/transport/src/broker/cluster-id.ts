import { randomUUID } from 'node:crypto';

/**
 * A new cluster id in the format of Kafka's tools: the 16 bytes of a UUID in base64url. It is a command-line argument,
 * so it never begins with "-", as one UUID in 64 would.
 */
export function newClusterId(uuid: () => string = randomUUID): string {
  for (;;) {
    const id = Buffer.from(uuid().replaceAll('-', ''), 'hex').toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}
