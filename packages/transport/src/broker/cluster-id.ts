import { randomUUID } from 'node:crypto';

/**
 * A new id for a cluster, as Kafka's tools want it: the 16 bytes of a UUID in base64url. It is an argument on a command
 * line, so it never begins with "-", which one UUID in 64 would.
 */
export function newClusterId(uuid: () => string = randomUUID): string {
  for (;;) {
    const id = Buffer.from(uuid().replaceAll('-', ''), 'hex').toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}
