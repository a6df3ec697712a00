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
});
