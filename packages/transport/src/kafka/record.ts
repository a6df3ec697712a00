import { EventEnvelope } from '@lyceum/contracts';
import type { KafkaMessage, Message } from 'kafkajs';
import { z } from 'zod';

/** CloudEvents' structured mode; the subject as key preserves the order of an aggregate. */
export function toRecord(envelope: EventEnvelope): Message {
  return {
    key: envelope.subject,
    value: JSON.stringify(envelope),
    headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
  };
}

/** A record's value is not an event: not JSON, or not an envelope. */
export class MalformedEvent extends Error {
  readonly code = 'MALFORMED_EVENT';
  constructor(message: string) {
    super(message);
    this.name = 'MalformedEvent';
  }
}

/** @throws {MalformedEvent} */
export function readRecord({ value }: Pick<KafkaMessage, 'value'>): EventEnvelope {
  if (value === null) throw new MalformedEvent('The record has no value.');
  const parsed = EventEnvelope.safeParse(parseJson(value));
  if (parsed.success) return parsed.data;
  throw new MalformedEvent(
    `The record is not an event envelope: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`,
  );
}

/**
 * The leading events of some records, and the fault of the first record that is not an event; later records are not
 * read.
 */
export function readRecords(records: readonly Pick<KafkaMessage, 'value'>[]): {
  readonly envelopes: readonly EventEnvelope[];
  readonly malformed: MalformedEvent | undefined;
} {
  const envelopes: EventEnvelope[] = [];
  try {
    for (const record of records) envelopes.push(readRecord(record));
    return { envelopes, malformed: undefined };
  } catch (error) {
    if (!(error instanceof MalformedEvent)) throw error;
    return { envelopes, malformed: error };
  }
}

function parseJson(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch (error) {
    throw new MalformedEvent(`The record is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
