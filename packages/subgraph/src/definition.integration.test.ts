import { EnvironmentError } from '@lyceum/environment';
import { parse } from 'graphql';
import { z } from 'zod';
import { defineSubgraph, type Runtime } from './index.ts';
import { installNotebook, start } from './testing/notebook.ts';

installNotebook();

const definition = defineSubgraph({
  name: 'notebook',
  port: 0,
  typeDefs: parse('type Query { colour: String! }'),
  environment: z.object({ NOTEBOOK_COLOUR: z.enum(['red', 'blue'], { error: 'expected red or blue' }) }),
  services: ({ environment }: Runtime<{ NOTEBOOK_COLOUR: string }>) => ({ colour: environment.NOTEBOOK_COLOUR }),
  loaders: () => ({}),
  resolvers: [{ Query: { colour: (_parent: unknown, _args: unknown, context: { colour: string }) => context.colour } }],
});

describe('the environment of a subgraph', () => {
  it('reaches its services', async () => {
    const { url } = await start({ definition, environment: { NOTEBOOK_COLOUR: 'red' } });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ colour }' }),
    });
    expect(await response.json()).toEqual({ data: { colour: 'red' } });
  });

  it.each([
    [{}, /NOTEBOOK_COLOUR is not set: expected red or blue/],
    [{ NOTEBOOK_COLOUR: 'green' }, /NOTEBOOK_COLOUR=green: expected red or blue/],
  ])('is refused before anything is opened: %j', async (environment, message) => {
    const starting = start({ definition, environment });
    await expect(starting).rejects.toThrow(EnvironmentError);
    await expect(starting).rejects.toThrow(message);
  });
});

it('opens only the feeds that the definition names', async () => {
  const feed = { name: 'strange', topic: 'course.course' } as never;
  const strange = defineSubgraph({
    name: 'notebook',
    port: 0,
    typeDefs: parse('type Query { colour: String! }'),
    services: (runtime) => ({ feed: runtime.openFeed(feed) }),
    loaders: () => ({}),
    resolvers: [{ Query: { colour: () => 'red' } }],
  });
  await expect(start({ definition: strange })).rejects.toThrow(
    'The feed strange is not declared in the feeds of the subgraph notebook',
  );
});
