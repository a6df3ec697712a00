export { AppliedEvents } from './applied-events.ts';
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
export { type DeadLetter, findLetters, type LetterFilter } from './dead-letters.ts';
export { type Discarding, discard, findDiscarding } from './discard.ts';
export { type ConsumerContext, dispatch } from './dispatch.ts';
export type { EventSource } from './event-log.ts';
export { attributesOf, scopeOf } from './event-spans.ts';
export { type Maintenance, startMaintenance } from './maintenance.ts';
export { observeEvents } from './metrics.ts';
export { eventMigrations } from './migrations/index.ts';
export { createOutbox, type Outbox, type Transaction } from './outbox.ts';
export { takeUpParked } from './parked.ts';
export { ensurePartitions } from './partitions.ts';
export type { Reason } from './reading.ts';
export { type Progress, producersOf, RebuildRefused, type Rebuilt, rebuild } from './rebuild.ts';
export { type Relay, startRelay } from './relay.ts';
export { type Replayed, replay } from './replay.ts';
export { collectWrittenEvents, type WrittenEvent, writtenEvents } from './written-events.ts';
