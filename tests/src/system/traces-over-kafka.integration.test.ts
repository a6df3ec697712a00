import { randomUUID } from 'node:crypto';
import { startCollector, type TestCollector } from '@lyceum/telemetry/testing';
import { testServerUrl } from '@lyceum/testing';
import { testBroker } from '@lyceum/transport/testing';
import { createInstallation, type Installation } from '../harness/installation.ts';
import { type SeparateProcesses, startSeparately } from '../harness/separate-processes.ts';
import { killAll } from '../harness/spawned.ts';
import { pathIn, playTraced, type TracedSchool } from '../harness/traced-school.ts';

const broker = await testBroker('traces over Kafka');
const overKafka = broker ? describe : describe.skip;

overKafka('a client’s trace, with every subgraph in its own process', () => {
  let collector: TestCollector;
  let installation: Installation;
  let separate: SeparateProcesses;
  let played: TracedSchool;

  beforeAll(async () => {
    collector = await startCollector();
    installation = await createInstallation(testServerUrl(), {
      KAFKA_BROKERS: broker?.brokers.join(',') ?? '',
      KAFKA_TOPIC_PREFIX: `test.${randomUUID()}.`,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
    separate = await startSeparately(installation.settings);
    played = await playTraced(separate.url);
  }, 120_000);
  afterAll(async () => {
    await played.follower.close();
    await killAll();
    await installation.remove();
    await collector.stop();
  });

  it('continues through Kafka to the consumer in another process', async () => {
    expect(await pathIn(collector, played.enrolment, ({ name }) => name === 'apply roster')).toEqual([
      'lyceum-assessment: apply roster',
      'lyceum-course: publish course.enrolment.created.v1',
      'lyceum-course: mutation Enrol__course__0',
      'lyceum-gateway: fetch course',
      'lyceum-gateway: mutation Enrol',
    ]);
  });

  it('continues over two sockets to the subscriber, who receives its id', async () => {
    expect(await pathIn(collector, played.submission, ({ name }) => name.startsWith('push '))).toEqual([
      'lyceum-gateway: push gradeChanged',
      'lyceum-assessment: resolve gradeChanged',
      'lyceum-assessment: mutation SubmitAttempt__assessment__0',
      'lyceum-gateway: fetch assessment',
      'lyceum-gateway: mutation SubmitAttempt',
    ]);
    const [extensions] = played.follower.extensions;
    expect(extensions?.traceparent).toMatch(new RegExp(`^00-${played.submission.traceId}-[0-9a-f]{16}-01$`));
  });

  it('is complete after the processes have stopped', async () => {
    const processes = [separate.gateway, ...[...separate.subgraphs.values()].map(({ process }) => process)];
    for (const process of processes) process.signal('SIGTERM');
    expect(await Promise.all(processes.map(async ({ ended }) => (await ended).code))).toEqual([0, 0, 0, 0]);
    // The last spans of a process are exported before the next interval only by its stop.
    const known = new Set(collector.spans.map(({ spanId }) => spanId));
    for (const { spanId } of [played.enrolment, played.submission]) known.add(spanId);
    expect(collector.spans.filter(({ parentSpanId }) => parentSpanId && !known.has(parentSpanId))).toEqual([]);
  });
});
