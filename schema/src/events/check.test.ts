import { defineEvent } from '@lyceum/contracts';
import { z } from 'zod';
import { type EventDeclarations, findEventBreaks, generateCatalogue } from '../index.ts';
import { BookLent, library, payload } from '../testing/declarations.ts';

const lentWith = (changed: z.ZodType<{ bookId: string }>) =>
  defineEvent({ ...BookLent, key: 'bookId', payload: changed });
const breaks = (after: Partial<EventDeclarations>, before: Partial<EventDeclarations> = {}) => {
  const committed = generateCatalogue({ ...library, ...before });
  return findEventBreaks((file) => committed.get(file), generateCatalogue({ ...library, ...after }));
};
const topic = { name: 'library.book', partitions: 3, retentionMs: -1 };
const second = defineEvent({ ...BookLent, type: 'library.book.lent.v2', key: 'bookId' });

describe('findEventBreaks', () => {
  it('finds nothing where there was no catalogue', () => {
    expect(findEventBreaks(() => undefined, generateCatalogue(library))).toEqual([]);
  });

  it.each<[string, Partial<EventDeclarations>]>([
    ['nothing changes', {}],
    [
      'an event and its topic come',
      { events: [BookLent, second], topics: [topic, { ...topic, name: 'library.shelf' }] },
    ],
    ['an optional property comes', { events: [lentWith(payload.extend({ until: z.string().optional() }))] }],
    ['a description changes', { events: [{ ...BookLent, description: 'Somebody has it.' }] }],
    ['partitions rise', { topics: [{ ...topic, partitions: 4 }] }],
    ['events are kept for a shorter time', { topics: [{ ...topic, retentionMs: 1 }] }],
    ['the platform has another version', { version: '2.0.0' }],
    [
      'the envelope has one more optional attribute',
      { envelope: (library.envelope as z.ZodObject).extend({ tracestate: z.string().optional() }) },
    ],
  ])('finds nothing when %s', (_name, after) => {
    expect(breaks(after)).toEqual([]);
  });

  it.each<[string, Partial<EventDeclarations>, string]>([
    [
      'a payload changes',
      { events: [lentWith(payload.extend({ title: z.number() }))] },
      'library.book.lent.v1: property title: type was "string" and is "number"; declare library.book.lent.v2 beside it and leave library.book.lent.v1 as it was.',
    ],
    [
      'an event goes',
      { events: [], topics: [] },
      'library.book.lent.v1 is no longer declared; restore it, because event logs keep it forever.',
    ],
    [
      'the key changes',
      { events: [{ ...BookLent, keyProperty: 'title' }] },
      'library.book.lent.v1: key was property bookId and is property title; declare library.book.lent.v2 beside it and leave library.book.lent.v1 as it was.',
    ],
    [
      'the topic changes',
      { events: [{ ...BookLent, topic: 'library.loan' }], topics: [{ ...topic, name: 'library.loan' }] },
      'library.book.lent.v1: topic was library.book and is library.loan; declare library.book.lent.v2 beside it and leave library.book.lent.v1 as it was.',
    ],
    [
      'partitions fall',
      { topics: [{ ...topic, partitions: 2 }] },
      'Topic library.book had 3 partitions and has 2; restore 3, because Kafka cannot remove partitions.',
    ],
    [
      'the envelope loses an attribute',
      { envelope: (library.envelope as z.ZodObject).omit({ source: true }) },
      'The envelope: property source was required and is removed; restore it, because the envelope has no versions.',
    ],
  ])('says what was, what is and what to do, when %s', (_name, after, fault) => {
    expect(breaks(after)).toEqual([fault]);
  });

  it('names the version after the last one', () => {
    const both = [lentWith(payload.omit({ title: true })), second];
    expect(breaks({ events: both }, { events: [BookLent, second] }).join()).toContain('declare library.book.lent.v3');
  });

  it('refuses a committed catalogue that is damaged, and says which file', () => {
    const committed = generateCatalogue(library).set('library.book.lent.v1.json', '<<<<<<<');
    expect(() => findEventBreaks((file) => committed.get(file), generateCatalogue(library))).toThrow(
      /schema\/events\/library\.book\.lent\.v1\.json cannot be read/,
    );
  });
});
