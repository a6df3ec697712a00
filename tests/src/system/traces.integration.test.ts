import { openLive, send } from '@lyceum/client';
import { printTrace, startCollector, type TestCollector } from '@lyceum/telemetry/testing';
import { testServerUrl, until } from '@lyceum/testing';
import { register } from '../harness/exam-course.ts';
import { createInstallation, type Installation } from '../harness/installation.ts';
import { beginTrace, pathIn, playTraced, type TracedSchool } from '../harness/traced-school.ts';

let collector: TestCollector;
let installation: Installation;
let url: string;
let played: TracedSchool;

beforeAll(async () => {
  collector = await startCollector();
  installation = await createInstallation(testServerUrl(), { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  url = (await installation.launch()).url;
  played = await playTraced(url);
}, 60_000);
afterAll(async () => {
  await played.follower.close();
  await installation.remove();
  await collector.stop();
});

describe('a client’s trace', () => {
  it('continues from its mutation through the event to the consumer in another subgraph', async () => {
    expect(await pathIn(collector, played.enrolment, ({ name }) => name === 'apply roster')).toEqual([
      'lyceum-assessment: apply roster',
      'lyceum-course: publish course.enrolment.created.v1',
      'lyceum-course: mutation Enrol__course__0',
      'lyceum-gateway: fetch course',
      'lyceum-gateway: mutation Enrol',
    ]);
  });

  it('continues from its mutation to the push to a subscriber, and the push’s requests to other subgraphs', async () => {
    const { submission } = played;
    const toPush = [
      'lyceum-gateway: push gradeChanged',
      'lyceum-assessment: resolve gradeChanged',
      'lyceum-assessment: mutation SubmitAttempt__assessment__0',
      'lyceum-gateway: fetch assessment',
      'lyceum-gateway: mutation SubmitAttempt',
    ];
    expect(await pathIn(collector, submission, ({ name }) => name.startsWith('push '))).toEqual(toPush);
    const inPush = await pathIn(
      collector,
      submission,
      ({ service, name }) => service === 'lyceum-identity' && name.startsWith('query GradeChanged'),
    );
    expect(inPush.slice(1)).toEqual(['lyceum-gateway: fetch identity', ...toPush]);
  });

  it('is not that of the subscription, which has its own', async () => {
    const opened = await collector.spanOf(
      ({ service, name }) => service === 'lyceum-assessment' && name.startsWith('subscription '),
    );
    expect(await collector.pathOf(opened)).toEqual([
      'lyceum-assessment: subscription GradeChanged__assessment__0',
      'lyceum-gateway: subscription GradeChanged',
    ]);
    expect([played.enrolment, played.submission].map(({ traceId }) => traceId)).not.toContain(opened.traceId);
  });

  it('forms a tree', async () => {
    const { traceId } = played.enrolment;
    await pathIn(collector, played.enrolment, ({ name }) => name === 'apply roster');
    const tree = printTrace(collector.spans, traceId).replaceAll(/ {2}[\d.]+ ms$/gm, '');
    expect(tree.split('\n')).toEqual([
      'lyceum-gateway  mutation Enrol',
      '└─ lyceum-gateway  fetch course',
      '   └─ lyceum-course  mutation Enrol__course__0',
      '      └─ lyceum-course  publish course.enrolment.created.v1',
      '         └─ lyceum-assessment  apply roster',
    ]);
  });

  it('includes waking the feeds of every instance', async () => {
    const path = await pathIn(collector, played.submission, ({ name }) => name.startsWith('wake '));
    expect(path.slice(0, 3)).toEqual([
      'lyceum-assessment: wake assessment.grade.changed.v1',
      'lyceum-assessment: publish assessment.grade.changed.v1',
      'lyceum-assessment: mutation SubmitAttempt__assessment__0',
    ]);
  });

  it('is sent to the subscriber', () => {
    const [extensions] = played.follower.extensions;
    expect(extensions?.traceparent).toMatch(new RegExp(`^00-${played.submission.traceId}-[0-9a-f]{16}-01$`));
  });

  it('records the outcome of a consumer, but not the payload of the event', async () => {
    const span = await collector.spanOf(
      ({ name, traceId }) => name === 'apply roster' && traceId === played.enrolment.traceId,
    );
    expect(span).toMatchObject({
      kind: 'consumer',
      attributes: {
        'lyceum.consumer': 'roster',
        'lyceum.outcome': 'applied',
        'messaging.destination.name': 'course.enrolment',
        'cloudevents.event_type': 'course.enrolment.created.v1',
      },
    });
    const texts = JSON.stringify(collector.spans.map(({ attributes, events }) => [attributes, events]));
    expect(texts).not.toMatch(/password|learnerId|school\.example/);
  });
});

describe('a request', () => {
  const who = '{ me { name } }';

  it('with a malformed trace context starts its own trace', async () => {
    const { headers } = await send(url, who, {}, { headers: { traceparent: '00-abc-def-01' } });
    const requestId = headers.get('x-request-id');
    const span = await collector.spanOf(({ attributes }) => attributes['lyceum.request.id'] === requestId);
    expect(span).toMatchObject({ service: 'lyceum-gateway', name: 'query', parentSpanId: undefined });
  });

  it('has the same name by HTTP and by socket', async () => {
    const named = (name: string) => collector.spanOf((span) => span.service === 'lyceum-gateway' && span.name === name);
    await send(url, 'query ByHttp { me { name } }');
    expect(await named('query ByHttp')).toMatchObject({ kind: 'server' });
    const { token } = await register(url, 'STUDENT');
    const query = openLive(url, 'query BySocket { me { name } }', {}, token);
    expect(await query.ended).toBe('complete');
    await query.close();
    expect(await named('query BySocket')).toMatchObject({ kind: 'server' });
  });

  it('whose client records nothing leaves no span, and its trace goes on all the same', async () => {
    const unrecorded = beginTrace('00');
    await send(url, who, {}, { headers: { ...unrecorded.headers } });
    const recorded = beginTrace();
    await send(url, who, {}, { headers: { ...recorded.headers } });
    await collector.spanOf(({ traceId }) => traceId === recorded.traceId);
    expect(collector.spans.filter(({ traceId }) => traceId === unrecorded.traceId)).toEqual([]);
  });
});

describe('a collector that hangs', () => {
  it('disturbs no request, and the stop ends in time', async () => {
    const hanging = await startCollector();
    hanging.mood = 'hang';
    const other = await createInstallation(testServerUrl(), { OTEL_EXPORTER_OTLP_ENDPOINT: hanging.url });
    try {
      const lyceum = await other.launch();
      const { follower } = await playTraced(lyceum.url);
      await until(() => hanging.posts > 0);
      expect((await send(lyceum.url, '{ __typename }')).data).toEqual({ __typename: 'Query' });
      await follower.close();
      const begin = performance.now();
      await lyceum.stop();
      expect(performance.now() - begin).toBeLessThan(8_000);
    } finally {
      await other.remove();
      await hanging.stop();
    }
  }, 60_000);
});
