import { topics } from '../../packages/contracts/dist/index.js';
import { createKafkaTransport } from '../../packages/transport/dist/index.js';
import { log } from './log.mjs';
import { topic } from './sample.mjs';

/** The Kafka transport with its own topics. */
export function openKafka({ brokers, prefix }, name) {
  return createKafkaTransport({
    ...{ brokers, log, clientId: 'bench', prefix: `${prefix}${name}.` },
    topics: topics.filter((settings) => settings.name === topic),
  });
}
