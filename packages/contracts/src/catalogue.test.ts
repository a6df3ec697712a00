import * as contracts from './index.ts';

const isDefinition = (value: unknown): value is { type: string; topic: string } =>
  typeof value === 'object' && value !== null && 'aggregateType' in value && 'topic' in value;

describe('the catalogue', () => {
  it('names every event that is defined', () => {
    const defined = Object.values<unknown>(contracts)
      .filter(isDefinition)
      .map(({ type }) => type);
    expect(contracts.catalogue.map(({ type }) => type).sort()).toEqual(defined.sort());
  });

  it('has one topic for each kind of aggregate', () => {
    const names = contracts.topics.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['identity.user', 'course.course', 'course.enrolment']));
    expect(new Set(names).size).toBe(names.length);
    for (const { topic } of contracts.catalogue) expect(names).toContain(topic);
  });

  it('knows the types that are in it, and no other', () => {
    for (const { type } of contracts.catalogue) expect(contracts.isKnownType(type)).toBe(true);
    for (const type of ['course.course.created.v2', 'course.course', '', 'constructor']) {
      expect(contracts.isKnownType(type)).toBe(false);
    }
  });
});
