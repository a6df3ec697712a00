import { dispatch, startRelay } from '../../packages/outbox/dist/index.js';
import { createInProcessTransport } from '../../packages/transport/dist/index.js';
import { createDatabase, fillOutbox, letters, lettersAtOnce, requireApplied, standings } from './databases.mjs';
import { openKafka } from './kafka.mjs';
import { log } from './log.mjs';
import { topic } from './sample.mjs';
import { countTo, perSecond } from './statistics.mjs';

/** Applies a transport's events to a database, in this process. */
export async function startConsumer(transport, { dataSource }, consumer, total) {
  const context = { dataSource, log, onCommitted: () => undefined };
  const { begun, done, add } = countTo(total);
  const { stop } = await transport.subscribe({
    group: consumer.name,
    topics: [topic],
    async handle(envelopes) {
      await dispatch(context, [consumer], envelopes);
      add(envelopes.length);
    },
  });
  return { begun, done, stop };
}

/** Publishes an outbox; `done` resolves when the transport has accepted that many events and they are deleted. */
function startCarrying(transport, { url }, total) {
  const { done, add } = countTo(total);
  const counting = {
    ...transport,
    async publish(batch) {
      await transport.publish(batch);
      add(batch.length);
    },
  };
  const relay = startRelay({ url, source: '/assessment', transport: counting, log });
  // It stops after the current batch, including its deletion.
  return { done: done.then(() => relay.stop()) };
}

/**
 * From the outbox of one database over Kafka into another: events per second published by the relay, applied by a
 * consumer (an effect with one statement per event, an effect with one per batch, a projection), and both at once.
 */
export async function measureOverKafka(servers, events) {
  const { databaseUrl } = servers;
  const source = await createDatabase(databaseUrl, 'source');
  const targets = [];
  const target = async (name) => {
    targets.push(await createDatabase(databaseUrl, name));
    return targets.at(-1);
  };
  const transport = await openKafka(servers, 'pipeline');
  const together = await openKafka(servers, 'pipeline.together');
  try {
    await fillOutbox(source, events);
    const relayed = await perSecond(events, () => startCarrying(transport, source, events).done);
    const applied = {};
    for (const consumer of [letters, lettersAtOnce, standings]) {
      const database = await target(consumer.name);
      let consuming;
      // Measured from the call: joining the group is included.
      applied[consumer.name] = await perSecond(events, async () => {
        consuming = await startConsumer(transport, database, consumer, events);
        await consuming.done;
      });
      await consuming.stop();
      await requireApplied(database, events, consumer);
    }

    const database = await target('together');
    await fillOutbox(source, 1);
    const all = await startConsumer(together, database, lettersAtOnce, events + 1);
    await startCarrying(together, source, 1).done;
    await all.begun;
    await fillOutbox(source, events);
    const both = await perSecond(events, () => Promise.all([startCarrying(together, source, events).done, all.done]));
    await all.stop();
    await requireApplied(database, events + 1, lettersAtOnce);
    return {
      relayed,
      effect: applied[letters.name],
      effectAtOnce: applied[lettersAtOnce.name],
      projection: applied[standings.name],
      both,
    };
  } finally {
    await Promise.all([transport.close(), together.close()]);
    for (const { dataSource } of [source, ...targets]) await dataSource.destroy();
  }
}

/** The same within one process, where publishing includes applying. */
export async function measureInProcess({ databaseUrl }, events) {
  const source = await createDatabase(databaseUrl, 'source');
  const rates = {};
  try {
    for (const consumer of [letters, lettersAtOnce, standings]) {
      const database = await createDatabase(databaseUrl, consumer.name);
      const transport = createInProcessTransport({ log });
      await fillOutbox(source, events);
      const consuming = await startConsumer(transport, database, consumer, events);
      rates[consumer.name] = await perSecond(events, () => startCarrying(transport, source, events).done);
      await consuming.stop();
      await transport.close();
      await requireApplied(database, events, consumer);
      await database.dataSource.destroy();
    }
    return {
      effect: rates[letters.name],
      effectAtOnce: rates[lettersAtOnce.name],
      projection: rates[standings.name],
    };
  } finally {
    await source.dataSource.destroy();
  }
}
