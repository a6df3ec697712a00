import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '@lyceum/contracts';

/** An event of a course. */
export function envelope(
  subject: string,
  version: number,
  data: unknown = {},
  id: string = randomUUID(),
): EventEnvelope {
  return {
    specversion: '1.0',
    id,
    source: '/test',
    type: 'course.course.created.v1',
    subject,
    time: '2026-01-01T00:00:00Z',
    datacontenttype: 'application/json',
    data,
    aggregateversion: version,
  };
}

/** 1, 2, … */
export function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index + 1);
}

export function versionsBySubject(events: readonly EventEnvelope[]): Map<string, number[]> {
  const versions = new Map<string, number[]>();
  for (const { subject, aggregateversion } of events) {
    versions.set(subject, [...(versions.get(subject) ?? []), aggregateversion]);
  }
  return versions;
}
