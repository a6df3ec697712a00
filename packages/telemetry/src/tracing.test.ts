import { until } from '@lyceum/testing';
import { readTracingEnvironment } from './environment.ts';
import {
  createLogger,
  currentRequest,
  currentSpan,
  type Logger,
  nameOperation,
  noTracing,
  noteErrors,
  requestScope,
  runInRequest,
  startTracing,
  type Tracing,
} from './index.ts';
import { startCollector, type TestCollector } from './testing/index.ts';

const clients = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
const unsampled = clients.replace(/01$/, '00');
const silent = createLogger('test', 'silent');

let collector: TestCollector;
const started: Tracing[] = [];

beforeEach(async () => {
  collector = await startCollector();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((tracing) => tracing.stop()));
  await collector.stop();
});

async function tracingWith(settings: Record<string, string> = {}, log: Logger = silent): Promise<Tracing> {
  const environment = readTracingEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...settings });
  const tracing = await startTracing(environment, log);
  started.push(tracing);
  return tracing;
}

/** A log that keeps warnings. */
function rememberingLog(): { log: Logger; warnings: { lost?: number }[] } {
  const warnings: { lost?: number }[] = [];
  const log = { ...silent, warn: (entry: { lost?: number }) => void warnings.push(entry) } as unknown as Logger;
  return { log, warnings };
}

describe('a span that is exported', () => {
  it('hangs below the span that it runs in, and the first below the client’s', async () => {
    const tracing = await tracingWith();
    const [gateway, course] = [tracing.tracer('gateway'), tracing.tracer('course')];
    await runInRequest(requestScope({ requestId: 'web-7', traceparent: clients }), () =>
      gateway.span('outer', { kind: 'server' }, () =>
        course.span('inner', { attributes: { answer: 42, names: ['a', 'b'], nothing: undefined } }, async () => {
          expect(currentRequest()?.requestId).toBe('web-7');
        }),
      ),
    );
    const inner = await collector.spanOf(({ name }) => name === 'inner');
    const outer = await collector.spanOf(({ name }) => name === 'outer');
    expect(outer).toMatchObject({
      service: 'lyceum-gateway',
      kind: 'server',
      traceId: 'a'.repeat(32),
      parentSpanId: 'b'.repeat(16),
      failed: false,
    });
    expect(inner).toMatchObject({
      service: 'lyceum-course',
      traceId: outer.traceId,
      parentSpanId: outer.spanId,
      attributes: { answer: 42, names: ['a', 'b'] },
    });
    expect(inner.attributes).not.toHaveProperty('nothing');
  });

  it('begins a trace where none has led to it', async () => {
    const tracing = await tracingWith();
    let traceparent: string | undefined;
    await runInRequest(requestScope({ traceparent: '00-malformed' }), () =>
      tracing.tracer('gateway').span('first', {}, async () => {
        traceparent = currentRequest()?.traceparent;
      }),
    );
    const first = await collector.spanOf(({ name }) => name === 'first');
    expect(first.parentSpanId).toBeUndefined();
    expect(traceparent).toBe(`00-${first.traceId}-${first.spanId}-01`);
  });

  it('tells what happened within it, and that it failed', async () => {
    const tracing = await tracingWith();
    const failing = tracing.tracer('course').span('failing', {}, async (span) => {
      span.event('retry', { attempt: 1 });
      throw new Error('out of chalk');
    });
    await expect(failing).rejects.toThrow('out of chalk');
    const span = await collector.spanOf(({ name }) => name === 'failing');
    expect(span.failed).toBe(true);
    expect(span.events).toMatchObject([
      { name: 'retry', attributes: { attempt: 1 } },
      { name: 'exception', attributes: { 'exception.message': 'out of chalk' } },
    ]);
  });

  it('is named after its operation, and failed only by what is the servers’ fault', async () => {
    const tracing = await tracingWith();
    const answer = (name: string, code: string) =>
      tracing.tracer('gateway').span('request', {}, async (span) => {
        expect(currentSpan()).toBe(span);
        nameOperation(span, { type: 'query', name });
        noteErrors(span, [{ extensions: { code } }, { extensions: { code } }]);
      });
    await answer('Refused', 'FORBIDDEN');
    await answer('Broken', 'SUBGRAPH_TIMEOUT');
    const refused = await collector.spanOf(({ name }) => name === 'query Refused');
    expect(refused).toMatchObject({
      failed: false,
      attributes: {
        'graphql.operation.type': 'query',
        'graphql.operation.name': 'Refused',
        'lyceum.error.codes': ['FORBIDDEN'],
      },
    });
    expect(await collector.spanOf(({ name }) => name === 'query Broken')).toMatchObject({ failed: true });
  });
});

describe('what is recorded', () => {
  it('excludes spans of callers that are not sampled, but the context is propagated', async () => {
    const tracing = await tracingWith();
    const tracer = tracing.tracer('gateway');
    await runInRequest(requestScope({ traceparent: unsampled }), () =>
      tracer.span('unrecorded', {}, async () => {
        expect(currentRequest()?.traceparent).toMatch(/^00-a{32}-(?!b{16})[0-9a-f]{16}-00$/);
      }),
    );
    await tracer.span('recorded', {}, async () => undefined);
    await collector.spanOf(({ name }) => name === 'recorded');
    expect(collector.spans.map(({ name }) => name)).toEqual(['recorded']);
  });

  it('is the share of new traces that the environment asks for', async () => {
    const tracing = await tracingWith({
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0',
    });
    const tracer = tracing.tracer('gateway');
    expect(tracer.start('new').traceparent).toMatch(/-00$/);
    expect(tracer.start('known', { scope: { requestId: '1', traceparent: clients } }).traceparent).toMatch(/-01$/);
  });
});

describe('without a collector', () => {
  const tracer = noTracing.tracer('gateway');

  it('the context is passed on as it came', async () => {
    await runInRequest({ requestId: 'web-7', traceparent: clients }, () =>
      tracer.span('unheard', {}, async (span) => {
        expect(span.traceparent).toBe(clients);
        expect(currentRequest()).toEqual({ requestId: 'web-7', traceparent: clients });
      }),
    );
  });

  it('a request that has no trace begins one', async () => {
    const scope = requestScope({ requestId: 'web-7' });
    await runInRequest(scope, () =>
      tracer.span('unheard', {}, async () => {
        expect(currentRequest()).toEqual({
          requestId: 'web-7',
          traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
        });
      }),
    );
  });

  it('nobody is asked what a span should say', () => {
    const attributes = () => {
      throw new Error('asked');
    };
    expect(() => tracer.start('unheard', { attributes })).not.toThrow();
  });

  it('nothing is started', async () => {
    expect(await startTracing(readTracingEnvironment({}), silent)).toBe(noTracing);
  });
});

describe('a collector that is away', () => {
  it('is reported once, with the number of lost spans, and is used when it is back', async () => {
    const { log, warnings } = rememberingLog();
    const tracing = await tracingWith({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/refused` }, log);
    const tracer = tracing.tracer('gateway');
    collector.mood = 'refuse';
    tracer.start('lost').end();
    await until(() => warnings.length === 1);
    expect(warnings).toMatchObject([{ lost: 1 }]);
    const { posts } = collector;
    tracer.start('lost too').end();
    await until(() => collector.posts > posts);
    collector.mood = 'well';
    tracer.start('heard').end();
    await collector.spanOf(({ name }) => name === 'heard');
    expect(warnings).toHaveLength(1);
  });

  it('holds up neither the work nor, for long, the stop', async () => {
    const { log, warnings } = rememberingLog();
    const tracing = await tracingWith({}, log);
    collector.mood = 'hang';
    const tracer = tracing.tracer('gateway');
    for (let count = 0; count < 10_000; count += 1) await tracer.span('many', {}, async () => undefined);
    const begin = performance.now();
    await tracing.stop();
    expect(performance.now() - begin).toBeLessThan(4_000);
    expect(warnings).toHaveLength(1);
  });

  it('does not keep what has ended from being exported at a stop where it is well', async () => {
    const tracing = await tracingWith();
    tracing.tracer('gateway').start('last').end();
    await tracing.stop();
    expect(collector.spans.map(({ name }) => name)).toEqual(['last']);
  });
});

describe('the environment', () => {
  it('is refused where an address or a share is none', () => {
    const read = () =>
      readTracingEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: 'host:4317', OTEL_TRACES_SAMPLER_ARG: '7' });
    expect(read).toThrow(
      /OTEL_EXPORTER_OTLP_ENDPOINT.*http:\/\/host:4318[\s\S]*OTEL_TRACES_SAMPLER_ARG=7: expected the share/,
    );
  });
});
