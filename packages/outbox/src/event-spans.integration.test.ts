import { CourseCreated, CoursePublished, type EventEnvelope } from '@lyceum/contracts';
import { createLogger, startTracing, type Tracing, traceIdOf } from '@lyceum/telemetry';
import { type CollectedSpan, startCollector, type TestCollector } from '@lyceum/telemetry/testing';
import { until } from '@lyceum/testing';
import { defineConsumer, on, onMany, type ReceivedEvent, startRelay, type Transaction } from './index.ts';
import { failing, ledger, mailer } from './testing/consumers.ts';
import { type Consuming, startConsuming } from './testing/consuming.ts';
import { type Course, envelope, range } from './testing/events.ts';
import { replayed } from './testing/replaying.ts';

const log = createLogger('test', 'silent');
let collector: TestCollector;
let tracing: Tracing;
let consuming: Consuming;

beforeAll(async () => {
  collector = await startCollector();
  tracing = await startTracing(
    {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER: 'parentbased_always_on',
      OTEL_TRACES_SAMPLER_ARG: 1,
    },
    log,
  );
  consuming = await startConsuming('spans', { tracer: tracing.tracer('mail') });
});
afterAll(async () => {
  await tracing.stop();
  await collector.stop();
  await consuming.drop();
});
beforeEach(() => consuming.clear());

let traces = 0;
/** An event caused by its own request. */
function caused(version: number, request = `web-${traces + 1}`): EventEnvelope & { traceparent: string } {
  traces += 1;
  const traceId = traces.toString(16).padStart(32, 'a');
  return { ...envelope(version), correlationid: request, traceparent: `00-${traceId}-${'b'.repeat(16)}-01` };
}

const spanOf = ({ id }: EventEnvelope, name: string): Promise<CollectedSpan> =>
  collector.spanOf((span) => span.name === name && span.attributes['messaging.message.id'] === id);

/** The request and trace in the log of each event that a consumer appended, in order. */
async function appended(): Promise<{ correlationid?: string; traceparent?: string }[]> {
  const rows = await consuming.rows('SELECT headers FROM event_log JOIN outbox USING (event_id) ORDER BY outbox.id');
  return rows.map(({ headers }) => headers as { correlationid?: string; traceparent?: string });
}

const publish = ({ payload, version }: ReceivedEvent<Course>, { append }: Transaction) =>
  append(CoursePublished, { ...payload, publishedAt: payload.createdAt }, version + 1);

const eachPublished = defineConsumer({
  name: 'publisher',
  kind: 'effect',
  handlers: [on(CourseCreated, async (event, transaction) => publish(event, transaction))],
});

const manyPublished = defineConsumer({
  name: 'many-publisher',
  kind: 'effect',
  handlers: [
    onMany(CourseCreated, async (events, transaction) => {
      for (const event of events) publish(event, transaction);
    }),
  ],
});

describe('an event that a consumer applies', () => {
  it('is a span below what published it, with what became of it', async () => {
    const event = caused(1);
    await consuming.deliver([event], [mailer]);
    await consuming.deliver([event], [mailer]);
    await until(
      () => collector.spans.filter(({ attributes }) => attributes['messaging.message.id'] === event.id).length === 2,
    );
    const spans = collector.spans.filter(({ attributes }) => attributes['messaging.message.id'] === event.id);
    expect(spans.map(({ attributes }) => attributes['lyceum.outcome'])).toEqual(['applied', 'duplicate']);
    expect(spans[0]).toMatchObject({
      service: 'lyceum-mail',
      name: 'apply mailer',
      kind: 'consumer',
      traceId: traceIdOf(event.traceparent),
      parentSpanId: 'b'.repeat(16),
      attributes: { 'lyceum.consumer': 'mailer', 'messaging.destination.name': 'course.course' },
      failed: false,
    });
  });

  it('is in its own trace, also where it is applied together with others', async () => {
    const events = range(5).map((version) => caused(version));
    await consuming.deliver(events, [mailer]);
    const spans = await Promise.all(events.map((event) => spanOf(event, 'apply mailer')));
    expect(spans.map(({ traceId }) => traceId)).toEqual(events.map(({ traceparent }) => traceIdOf(traceparent)));
    expect(spans.map(({ attributes }) => attributes['lyceum.batch.size'])).toEqual([5, 5, 5, 5, 5]);
  });

  it('notes every attempt, and has failed when it is a dead letter', async () => {
    failing.titles.add('v1');
    const [bad, good] = [caused(1), caused(2)];
    await consuming.deliver([bad, good], [ledger]);
    const span = await spanOf(bad, 'apply ledger');
    expect(span).toMatchObject({ failed: true, attributes: { 'lyceum.outcome': 'dead_lettered' } });
    const attempts = span.events.filter(({ name }) => name === 'attempt failed');
    expect(attempts.map(({ attributes }) => attributes.attempt)).toEqual([1, 2, 3, 4, 5]);
    expect(span.events.some(({ name }) => name === 'dead letter')).toBe(true);
    expect(attempts[0]?.attributes['exception.message']).toContain('no postage for v1');
    expect(await spanOf(good, 'apply ledger')).toMatchObject({
      failed: false,
      attributes: { 'lyceum.outcome': 'applied' },
    });
  });

  it('continues in what the consumer appends in turn, each in its own trace', async () => {
    const events = range(3).map((version) => caused(version));
    await consuming.deliver(events, [eachPublished]);
    const spans = await Promise.all(events.map((event) => spanOf(event, 'apply publisher')));
    expect(await appended()).toEqual(
      spans.map(({ traceId, spanId }, index) => ({
        correlationid: events[index]?.correlationid,
        traceparent: `00-${traceId}-${spanId}-01`,
      })),
    );
  });

  it('continues from a handler of many only where all of them have one cause', async () => {
    await consuming.deliver([caused(1), caused(2)], [manyPublished]);
    expect(await appended()).toEqual([{}, {}]);
    await consuming.clear();
    await consuming.deliver([caused(1, 'web-one'), caused(2, 'web-one')], [manyPublished]);
    expect((await appended()).map(({ correlationid }) => correlationid)).toEqual(['web-one', 'web-one']);
  });

  it('continues its trace when it is replayed', async () => {
    failing.titles.add('v1');
    const event = caused(1);
    await consuming.deliver([event], [ledger]);
    failing.titles.clear();
    expect(await replayed(consuming.context, [ledger])).toEqual(['applied v1']);
    expect(await spanOf(event, 'replay ledger')).toMatchObject({
      traceId: traceIdOf(event.traceparent),
      failed: false,
    });
  });
});

describe('an event that the relay carries', () => {
  it('has a span below its cause for each publish attempt, and consumers continue from it', async () => {
    const stored = caused(1);
    await consuming.deliver([stored], [eachPublished]);
    const apply = await spanOf(stored, 'apply publisher');
    const carried: EventEnvelope[] = [];
    let failures = 1;
    const relay = startRelay({
      url: consuming.database.url,
      source: '/mail',
      tracer: tracing.tracer('mail'),
      log,
      transport: {
        async publish(batch) {
          failures -= 1;
          if (failures >= 0) throw new Error('no broker');
          carried.push(...batch);
        },
        subscribe: async () => ({ stop: async () => undefined }),
        checkHealth: async () => undefined,
        close: async () => undefined,
      },
    });
    await until(() => carried.length === 1);
    await relay.stop();
    const [published] = carried;
    const name = 'publish course.course.published.v1';
    const good = await collector.spanOf((span) => span.name === name && !span.failed);
    const bad = await collector.spanOf((span) => span.name === name && span.failed);
    expect(published?.traceparent).toBe(`00-${apply.traceId}-${good.spanId}-01`);
    expect([good, bad].map(({ parentSpanId, kind }) => [parentSpanId, kind])).toEqual([
      [apply.spanId, 'producer'],
      [apply.spanId, 'producer'],
    ]);
  });
});
