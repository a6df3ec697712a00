import { getIntrospectionQuery, parse } from 'graphql';
import { compose } from '../testing/compose.ts';
import { createFakeGraph } from '../testing/fake-graph.ts';
import { createGeneration, SupergraphError } from './generation.ts';
import { directiveNameOf, withoutUnderstoodPurposes } from './security-features.ts';

const { course, people } = createFakeGraph();
const supergraph = compose([course, people]);

describe('a supergraph with security directives', () => {
  it('is planned, and keeps its directives for the gateway to enforce', () => {
    expect(supergraph).toContain('authenticated/v0.1", for: SECURITY');
    const generation = createGeneration(supergraph);
    expect(generation.plannerSdl).not.toContain('for: SECURITY');
    expect(directiveNameOf(generation.supergraph, 'authenticated')).toBe('authenticated');
  });

  it.each([
    ['an unknown feature', 'https://specs.apollo.dev/quantumLock/v0.1'],
    ['an unknown version of a known one', 'https://specs.apollo.dev/authenticated/v0.2'],
    ["a feature of the same name that is somebody else's", 'https://example.org/authenticated/v0.1'],
  ])('stops the start where it links %s', (_what, url) => {
    const tampered = supergraph.replace('https://specs.apollo.dev/authenticated/v0.1', url);
    expect(() => createGeneration(tampered)).toThrow(SupergraphError);
    expect(() => createGeneration(tampered)).toThrow(`feature ${url} is for: SECURITY but is unsupported`);
  });

  it('keeps every other argument and every other link', () => {
    const changed = withoutUnderstoodPurposes(
      parse('schema @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) { query: Query }'),
    );
    expect(changed).toEqual(
      parse('schema @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) { query: Query }'),
    );
  });

  it('may use a directive under another name', () => {
    const url = 'https://specs.apollo.dev/authenticated/v0.1';
    const link = (rest: string) => parse(`schema @link(url: "${url}", ${rest}) { query: Query }`);
    expect(directiveNameOf(link('as: "signedIn"'), 'authenticated')).toBe('signedIn');
    expect(directiveNameOf(link('import: [{ name: "@authenticated", as: "@known" }]'), 'authenticated')).toBe('known');
    expect(directiveNameOf(link('import: ["@authenticated"]'), 'authenticated')).toBe('authenticated');
    expect(directiveNameOf(link('for: SECURITY'), 'policy')).toBeUndefined();
  });
});

describe('what introspection asks', () => {
  const generation = createGeneration(supergraph);

  const refusal = (document: string) => generation.validate(parse(document), { introspection: true });

  it.each([
    ['__Type.isOneOf', '{ __type(name: "Course") { name isOneOf } }'],
    ['__Directive.isDeprecated', '{ __schema { directives { name isDeprecated } } }'],
  ])('is refused where the planner does not know it: %s', (coordinate, document) => {
    const [type, field] = coordinate.split('.');
    expect(refusal(document)).toEqual([
      expect.objectContaining({
        message: `Cannot query field "${field}" on type "${type}".`,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
      }),
    ]);
  });

  it('is taken otherwise', () => {
    expect(refusal(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }))).toEqual([]);
  });
});

describe('a supergraph that is none', () => {
  it.each([
    ['broken syntax', 'type {'],
    ['a plain schema', 'type Query { a: Int }'],
  ])('is refused: %s', (_what, sdl) => {
    expect(() => createGeneration(sdl)).toThrow(SupergraphError);
  });
});

describe('a plan of a subscription', () => {
  it('is made once for a document and operation', () => {
    const generation = createGeneration(supergraph);
    const source = 'subscription S { gradeChanged { course { lead { name } } } }';
    const plan = () => generation.planSubscription({ document: parse(source), source });
    expect(plan()).toBe(plan());
    expect(plan().primary.serviceName).toBe('course');
  });
});
