import { findSchemaBreaks } from './compatible-schemas.ts';
import type { EventContract, PublishedEvent } from './published.ts';

/**
 * What would break between old and new builds, and between new builds and stored events: one sentence per fault.
 * @param before the contract of existing producers and consumers
 * @param after the proposed contract
 */
export function findContractBreaks(before: EventContract, after: EventContract): string[] {
  return [
    ...findSchemaBreaks(before.envelope, after.envelope).map(
      (fault) => `The envelope: ${fault}; restore it, because the envelope has no versions.`,
    ),
    ...[...before.events].flatMap(([type, event]) => compareEvents(type, event, after.events.get(type), before)),
    ...[...before.partitions].flatMap(([topic, was]) => comparePartitions(topic, was, after.partitions.get(topic))),
  ];
}

function compareEvents(
  type: string,
  was: PublishedEvent,
  is: PublishedEvent | undefined,
  before: EventContract,
): string[] {
  if (!is) {
    return [`${type} is no longer declared; restore it, because event logs keep it forever.`];
  }
  const remedy = `declare ${nextVersionOf(type, before)} beside it and leave ${type} as it was.`;
  return [
    ...(was.topic === is.topic ? [] : [`topic was ${was.topic} and is ${is.topic}`]),
    ...(was.key === is.key ? [] : [`key was property ${was.key} and is property ${is.key}`]),
    ...findSchemaBreaks(was.payload, is.payload),
  ].map((fault) => `${type}: ${fault}; ${remedy}`);
}

/** A topic disappears with its last event, which is reported separately. */
function comparePartitions(topic: string, was: number, is: number | undefined): string[] {
  if (is === undefined || is >= was) return [];
  return [
    `Topic ${topic} had ${was} partitions and has ${is}; restore ${was}, because Kafka cannot remove partitions.`,
  ];
}

function nextVersionOf(type: string, { events }: EventContract): string {
  const stem = type.slice(0, type.lastIndexOf('.v'));
  const versions = [...events.keys()].filter((other) => other.startsWith(`${stem}.v`));
  return `${stem}.v${Math.max(...versions.map((other) => Number(other.slice(stem.length + 2)))) + 1}`;
}
