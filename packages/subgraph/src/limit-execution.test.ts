import { setImmediate } from 'node:timers/promises';
import { buildSchema, execute, parse } from 'graphql';
import { limitExecution } from './limit-execution.ts';

const schema = buildSchema('type Query { notes: [Note!]! } type Note { slow: Int! quick: Int! }');

/** Executes a query on two notes of which the first fails later and the second at once. */
async function executeOn(quick: () => unknown): Promise<unknown> {
  const notes = [
    { slow: () => new Promise((_resolve, reject) => queueMicrotask(() => reject(new Error('slow')))), quick: 1 },
    { slow: 1, quick },
  ];
  return execute({ schema, document: parse('{ notes { slow quick } }'), rootValue: { notes } });
}

describe('a schema with limits', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  beforeAll(() => {
    limitExecution(schema);
    process.on('unhandledRejection', note);
  });
  afterAll(() => process.off('unhandledRejection', note));

  it.each([
    [
      'throws',
      () => {
        throw new Error('quick');
      },
    ],
    ['is null', () => null],
    ['is undefined', () => undefined],
  ])('leaves no rejection unhandled if a field of a later item %s', async (_how, quick) => {
    const result = await executeOn(quick);
    // Node reports unhandled rejections before the next turn of the event loop.
    await setImmediate();
    await setImmediate();
    expect(result).toMatchObject({ data: null, errors: [expect.anything()] });
    expect(unhandled).toEqual([]);
  });
});
