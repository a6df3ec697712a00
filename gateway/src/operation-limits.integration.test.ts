import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { longestAnswer } from './limits/limits.ts';
import { type Harness, startHarness } from './testing/harness.ts';

describe.each(['local', 'remote'] as const)('an operation over %s subgraphs', (route) => {
  let harness: Harness;
  const held = new Promise<never>(() => undefined);
  beforeAll(async () => {
    harness = await startHarness(route, { operationDeadlineMs: 1_500, costLimits: { ANONYMOUS: 1_000 } });
  });
  afterAll(() => harness.stop());
  beforeEach(() => {
    harness.graph.gate = Promise.resolve();
    harness.graph.people.received.length = 0;
    harness.graph.course.received.length = 0;
  });

  it('is answered with what it may cost', async () => {
    const { extensions } = await harness.query('{ courses { id } }');
    expect(extensions).toEqual({ cost: { estimated: 110, limit: 1_000 } });
  });

  it('that may cost too much is refused before any subgraph is asked', async () => {
    const query = `{ ${Array.from({ length: 10 }, (_, i) => `c${i}: courses { id title }`).join(' ')} }`;
    const { status, data, errors } = await harness.query(query);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(
          /^The operation may cost up to 1200, but the limit for anonymous viewers is 1000\. The costliest fields are Query\.courses \(1000\)/,
        ),
        extensions: {
          code: 'OPERATION_TOO_COSTLY',
          cost: 1_200,
          limit: 1_000,
          costliest: expect.arrayContaining([{ field: 'Query.courses', cost: 1_000 }]),
        },
      },
    ]);
    expect(harness.graph.course.received).toEqual([]);
  });

  it('may cost what the role of the viewer allows', async () => {
    const query = `{ ${Array.from({ length: 10 }, (_, i) => `c${i}: courses { id title }`).join(' ')} }`;
    const { errors } = await harness.query(query, { token: await harness.token('STUDENT') });
    expect(errors).toBeUndefined();
  });

  it('returns the available data at its deadline, and reports what is missing', async () => {
    harness.graph.gate = held;
    const { status, data, errors } = await harness.query('{ slow courses { title } }');
    expect(status).toBe(200);
    expect(data).toEqual({ slow: null, courses: [{ title: 'Algebra' }, { title: 'Botany' }] });
    expect(errors).toMatchObject([
      {
        message: 'The operation did not finish within 1500 ms: request less, or split it into several operations.',
        path: ['slow'],
        extensions: { code: 'OPERATION_TIMEOUT' },
      },
    ]);
  });

  it('whose variable has many invalid values gets only the first error, shortened', async () => {
    const { status, errors } = await harness.query('query ($text: String!) { echo(text: $text) }', {
      variables: { text: Array.from({ length: 50_000 }, () => 'wrong') },
    });
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message.length).toBeLessThan(1_100);
  });
});

describe.each(['local', 'remote'] as const)('an answer over %s subgraphs', (route) => {
  it('that is larger than the gateway sends is refused in words', async () => {
    const harness = await startHarness(route, { costLimits: { ANONYMOUS: 1_000 } });
    const text = 'x'.repeat(900_000);
    const query = `query ($text: String!) { ${Array.from({ length: 10 }, (_, i) => `e${i}: echo(text: $text)`).join(' ')} }`;
    const { status, errors } = await harness.query(query, { variables: { text } });
    expect(status).toBe(200);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(`The answer is larger than ${longestAnswer} bytes.`),
      extensions: { code: 'ANSWER_TOO_LARGE' },
    });
    await harness.stop();
  });
});

describe('an operation whose client has gone', () => {
  let harness: Harness;
  const signals: (AbortSignal | undefined)[] = [];
  let release = () => {};
  beforeAll(async () => {
    harness = await startHarness('local');
    const { people, course } = harness.graph;
    for (const fake of [people, course]) {
      const { execute } = fake;
      fake.execute = (operation, caller, time) => {
        signals.push(time?.signal);
        return execute(operation, caller, time);
      };
    }
  });
  afterAll(() => harness.stop());
  beforeEach(() => {
    signals.length = 0;
    harness.graph.people.received.length = 0;
    harness.graph.course.received.length = 0;
    harness.graph.gate = new Promise<void>((resolve) => {
      release = resolve;
    });
  });

  /** Sends an operation and closes the connection once its subgraph has received a request. */
  async function sendAndLeave(query: string): Promise<void> {
    const request = httpRequest(harness.gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    request.on('error', () => undefined);
    request.end(JSON.stringify({ query }));
    const { people, course } = harness.graph;
    await Promise.race([people.untilReceived(1), course.untilReceived(1)]);
    request.destroy();
  }

  it('is stopped in its subgraph where it is a query', async () => {
    await sendAndLeave('{ slow }');
    const [signal] = signals;
    if (!signal) throw new Error('The subgraph was given no signal');
    if (!signal.aborted) await once(signal, 'abort');
    release();
  });

  it('is carried out where it is a mutation', async () => {
    await sendAndLeave('mutation { slowRename { title } }');
    // The gateway notices the closed connection before it answers the next request.
    await harness.query('{ __typename }');
    expect(signals[0]?.aborted).toBe(false);
    release();
  });
});
