import fc from 'fast-check';
import { OperationTypeNode } from 'graphql';
import { equivalenceTimes } from '../testing/environment.ts';
import { comparable } from '../testing/equivalence/compare-answers.ts';
import { type MockGraph, startMockGraph } from '../testing/equivalence/mock-graph.ts';
import { randomOperation } from '../testing/equivalence/random-operation.ts';

let graph: MockGraph;
beforeAll(async () => {
  graph = await startMockGraph();
});
afterAll(() => graph.stop());

/** EQUIVALENCE_TIMES=50 compares many more. */
const runs = {
  [OperationTypeNode.QUERY]: 250 * equivalenceTimes,
  [OperationTypeNode.MUTATION]: 150 * equivalenceTimes,
  [OperationTypeNode.SUBSCRIPTION]: 40 * equivalenceTimes,
};

describe.each(Object.values(OperationTypeNode))('the answer to a random %s', (type) => {
  it(
    'is the same as that of one plain schema, whatever its names, branches and conditions',
    async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.integer({ min: 2, max: 60 }), async (seed, size) => {
          const operation = randomOperation(graph.schema, type, seed, size);
          fc.pre(graph.isValid(operation));
          compared += 1;
          const [answered, expected] = await Promise.all([graph.askGateway(operation), graph.askPlainly(operation)]);
          expect({ operation, ...comparable(answered) }).toEqual({ operation, ...comparable(expected) });
        }),
        { numRuns: runs[type], maxSkipsPerRun: 50 },
      );
      expect(compared).toBeGreaterThanOrEqual(runs[type]);
    },
    120_000 * equivalenceTimes,
  );
});
