import { randomUUID } from 'node:crypto';
import { openKafka } from './kafka.mjs';
import { envelopes, inBatches, topic } from './sample.mjs';
import { countTo, perSecond } from './statistics.mjs';

/**
 * The throughput of the Kafka transport with a no-op handler: events per second published, handled, and both at once.
 */
export async function measureTransport(servers, events) {
  const batches = inBatches(envelopes(events));
  const publishTo = async (transport) => {
    for (const batch of batches) await transport.publish(batch);
  };
  async function subscribeTo(transport, total) {
    const { begun, done, add } = countTo(total);
    const handle = async (handled) => add(handled.length);
    await transport.subscribe({ group: randomUUID(), topics: [topic], handle });
    return { begun, done };
  }

  const apart = await openKafka(servers, 'apart');
  const published = await perSecond(events, () => publishTo(apart));
  // Measured from the call: joining the group is included.
  const handled = await perSecond(events, async () => (await subscribeTo(apart, events)).done);
  await apart.close();

  const together = await openKafka(servers, 'together');
  const [first] = envelopes(1);
  await together.publish([first]);
  const all = await subscribeTo(together, events + 1);
  await all.begun;
  const both = await perSecond(events, () => Promise.all([publishTo(together), all.done]));
  await together.close();
  return { published, handled, both };
}
