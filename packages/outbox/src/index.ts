export {
  type Consumer,
  defineConsumer,
  type EffectOptions,
  on,
  onMany,
  type ProjectionOptions,
  type ReceivedEvent,
  topicsOf,
} from './consumer.ts';
export { type ConsumerContext, dispatch } from './dispatch.ts';
export { eventMigrations } from './migrations/index.ts';
export { createOutbox, type Outbox, type Transaction } from './outbox.ts';
export { ensurePartitions } from './partitions.ts';
export { type Relay, startRelay } from './relay.ts';
