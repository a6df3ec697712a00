export { type Consumer, defineConsumer, dispatch, on, type ReceivedEvent, topicsOf } from './consumer.ts';
export { CreateEventTables1764000000000 } from './migrations.ts';
export { createOutbox, type Outbox, type Transaction } from './outbox.ts';
export { ensurePartitions } from './partitions.ts';
export { type Relay, startRelay } from './relay.ts';
