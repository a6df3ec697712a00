/**
 * Events against their limits: throughput from the outbox of one database over Kafka into another, compared with
 * kafkajs alone on the same broker; and the latency from a change to its consumer and to clients' screens.
 *
 * KAFKA_BROKERS names brokers to use; otherwise one is started from jars (Java 17). PostgreSQL runs with fsync on.
 * Everything except the live product runs in this process.
 */
import { loadavg } from 'node:os';
import { createInProcessTransport } from '../packages/transport/dist/index.js';
import { openKafka } from './events/kafka.mjs';
import { measureKafkajs } from './events/kafkajs-alone.mjs';
import { measureCommitToCommit } from './events/latency.mjs';
import { measureCommitToSocket } from './events/live.mjs';
import { log } from './events/log.mjs';
import { measureInProcess, measureOverKafka } from './events/pipeline.mjs';
import { batchSize } from './events/sample.mjs';
import { say, withServers } from './events/servers.mjs';
import { latencyRows, row } from './events/statistics.mjs';
import { measureTransport } from './events/transport-alone.mjs';

/** Number of events: through brokers alone, and through databases as well. */
const sizes = { carried: 40_000, stored: 10_000 };
/** Limits of p50 in milliseconds. */
const aims = { inProcess: 30, kafka: 60 };

export function run() {
  const [load = 0] = loadavg();
  if (load > 1)
    say(`Other programs are running on this machine (load ${load.toFixed(1)}): the results will be too low.`);
  return withServers(async (servers) => {
    const alone = await step('kafkajs alone', () => measureKafkajs(servers, sizes.carried));
    say(
      `${sizes.carried} events of ${alone.bytes} bytes, ${sizes.stored} through databases, published ${batchSize} at a time.`,
    );
    const carried = await step('the Kafka transport alone', () => measureTransport(servers, sizes.carried));
    const overKafka = await step('from outbox to inbox over Kafka', () => measureOverKafka(servers, sizes.stored));
    const inProcess = await step('from outbox to inbox in process', () => measureInProcess(servers, sizes.stored));
    const latency = await step('commit to commit', () => commitToCommit(servers));
    const socket = await step('commit to socket', () => measureCommitToSocket(servers));
    return [
      row('kafkajs alone: produced, events/s', alone.produced, alone.produced),
      row('kafkajs alone: consumed, events/s', alone.consumed, alone.consumed),
      row('kafkajs alone: both at once, events/s', alone.both, alone.both),
      row('transport alone: published, events/s', carried.published, alone.produced),
      row('transport alone: handled, events/s', carried.handled, alone.consumed),
      row('transport alone: both at once, events/s', carried.both, alone.both),
      row('outbox to Kafka by the relay, events/s', overKafka.relayed, alone.produced),
      row('Kafka to inbox and effect, a statement each, events/s', overKafka.effect, alone.consumed),
      row('Kafka to inbox and effect, a statement a batch, events/s', overKafka.effectAtOnce, alone.consumed),
      row('Kafka to inbox and projection, events/s', overKafka.projection, alone.consumed),
      row('outbox to effect over Kafka, both at once, events/s', overKafka.both, alone.both),
      row('outbox to effect in process, a statement each, events/s', inProcess.effect, alone.both),
      row('outbox to effect in process, a statement a batch, events/s', inProcess.effectAtOnce, alone.both),
      row('outbox to projection in process, events/s', inProcess.projection, alone.both),
      ...latencyRows('commit to consumer, in process', latency.inProcess, aims.inProcess),
      ...latencyRows('commit to consumer, Kafka', latency.kafka, aims.kafka),
      ...latencyRows('commit to socket, one process', socket.inProcess, aims.inProcess),
      ...latencyRows('commit to socket, Kafka, other process', socket.kafka, aims.kafka),
      ...latencyRows('commit to socket, Kafka, writer has no relay', socket.foreignRelay, aims.kafka),
    ];
  });
}

async function step(what, work) {
  const begin = performance.now();
  const result = await work();
  say(`${what}: ${((performance.now() - begin) / 1_000).toFixed(0)} s`);
  return result;
}

async function commitToCommit(servers) {
  const over = async (transport) => {
    try {
      return await measureCommitToCommit(servers.databaseUrl, transport);
    } finally {
      await transport.close();
    }
  };
  return {
    inProcess: await over(createInProcessTransport({ log })),
    kafka: await over(await openKafka(servers, 'steady')),
  };
}
