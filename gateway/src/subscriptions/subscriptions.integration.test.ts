import { type Harness, startHarness } from '../testing/harness.ts';
import { SocketClient } from '../testing/socket-client.ts';

const grades = 'subscription { gradeChanged { cursor course { title lead { name } } } }';
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const cursors = 'subscription { gradeChanged { cursor } }';

describe.each(['local', 'remote'] as const)('a subscription over %s subgraphs', (route) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(route, { subgraphDeadlineMs: 1_000 });
  });
  afterAll(() => harness.stop());
  afterEach(() => harness.graph.grades.untilListeners(0));

  async function subscribed(query: string): Promise<SocketClient> {
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('1', query);
    await harness.graph.grades.untilListeners(1);
    return client;
  }

  it('delivers each event completed from the other subgraphs', async () => {
    const client = await subscribed(grades);
    harness.graph.grades.publish({ cursor: 1, courseId: 'c1' });
    expect((await client.next('next')).payload).toEqual({
      data: { gradeChanged: { cursor: 1, course: { title: 'Algebra', lead: { name: 'Name of lead-of-c1' } } } },
    });
    client.socket.close();
  });

  it('completes an event in the trace of its cause, and sends the trace to the client', async () => {
    const { course, people, grades: changes } = harness.graph;
    const client = await subscribed(grades);
    people.received.length = 0;
    course.eventExtensions = { traceparent };
    changes.publish({ cursor: 1, courseId: 'c1' });
    expect((await client.next('next')).payload).toMatchObject({
      data: { gradeChanged: { cursor: 1 } },
      extensions: { traceparent },
    });
    expect(people.received[0]?.caller.request.traceparent).toBe(traceparent);
    course.eventExtensions = { traceparent: 'malformed', secret: 'of the subgraph' };
    changes.publish({ cursor: 2, courseId: 'c1' });
    expect((await client.next('next')).payload).not.toHaveProperty('extensions');
    course.eventExtensions = undefined;
    client.socket.close();
  });

  it('takes the trace of a query that comes by socket from the extensions of its message', async () => {
    const { people } = harness.graph;
    people.received.length = 0;
    const client = await SocketClient.connect(harness.gateway.url);
    const payload = { query: '{ person(id: "1") { name } }', extensions: { traceparent } };
    client.send({ type: 'subscribe', id: '1', payload });
    await client.next('next');
    expect(people.received[0]?.caller.request.traceparent).toBe(traceparent);
    client.socket.close();
  });

  it('sends its owner only the variables that it uses, and on whose behalf it runs', async () => {
    const token = await harness.token('STUDENT');
    const client = await SocketClient.connect(harness.gateway.url, token);
    harness.graph.course.received.length = 0;
    client.subscribe(
      '1',
      `subscription ($course: ID, $with: Boolean!) {
        gradeChanged(courseId: $course) { cursor course @include(if: $with) { lead { name } } }
      }`,
      { course: 'c1', with: true, unknown: 1 },
    );
    await harness.graph.grades.untilListeners(1);
    const [received] = harness.graph.course.received;
    expect(received?.operation.variables).toEqual({ course: 'c1', with: true });
    expect(received?.caller.token).toBe(token);
    client.socket.close();
  });

  it('completes one event after the other, in order, however long one takes', async () => {
    let open = () => {};
    harness.graph.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const client = await subscribed('subscription { gradeChanged { cursor course { lead { slowName } } } }');
    harness.graph.people.received.length = 0;
    const asked = harness.graph.people.untilReceived(1);
    for (const cursor of [1, 2, 3]) harness.graph.grades.publish({ cursor, courseId: 'c1' });
    await asked;
    expect(harness.graph.people.received).toHaveLength(1);
    open();
    const delivered = [];
    for (let i = 0; i < 3; i++) delivered.push((await client.next('next')).payload?.data?.gradeChanged);
    expect(delivered).toMatchObject([{ cursor: 1 }, { cursor: 2 }, { cursor: 3 }]);
    client.socket.close();
  });

  it('delivers an event partly where another subgraph fails', async () => {
    const client = await subscribed('subscription { gradeChanged { cursor course { title lead { failing } } } }');
    harness.graph.grades.publish({ cursor: 1, courseId: 'c2' });
    const { payload } = await client.next('next');
    expect(payload?.data).toEqual({
      gradeChanged: { cursor: 1, course: { title: 'Botany', lead: { failing: null } } },
    });
    expect(payload?.errors).toMatchObject([
      { path: ['gradeChanged', 'course', 'lead', 'failing'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    client.socket.close();
  });

  it('ends its upstream at once when the client completes it, and again when the client goes', async () => {
    const client = await subscribed(cursors);
    client.send({ type: 'complete', id: '1' });
    await harness.graph.grades.untilListeners(0);
    client.subscribe('2', cursors);
    await harness.graph.grades.untilListeners(1);
    client.socket.terminate();
    await harness.graph.grades.untilListeners(0);
  });

  it('completes when its owner completes it', async () => {
    const client = await subscribed(cursors);
    harness.graph.grades.publish({ cursor: 7, courseId: 'c1' });
    await client.next('next');
    harness.graph.grades.finish();
    await client.next('complete');
    client.socket.close();
  });

  it('reports a refusal of the owning subgraph as a protocol error', async () => {
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('1', 'subscription { refused { cursor } }');
    const { payload } = await client.next('error');
    expect(payload).toMatchObject([
      {
        message: 'Only its teacher may follow this.',
        extensions: { code: 'FORBIDDEN', requestId: expect.any(String) },
      },
    ]);
    client.socket.close();
  });

  it('is refused before it is opened where the schema says who may', async () => {
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('1', 'subscription { ownGrades { cursor } }');
    const { payload } = await client.next('error');
    expect(payload).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED', coordinates: [{ coordinate: 'Subscription.ownGrades' }] } },
    ]);
    client.socket.close();
  });

  it.each([
    ['broken syntax', 'subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { unheardOf }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a wrong variable',
      'subscription ($after: Int) { gradeChanged(after: $after) { cursor } }',
      { after: 'soon' },
      'BAD_USER_INPUT',
    ],
  ])('is refused for %s', async (_what, query, variables, code) => {
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('1', query, variables);
    expect((await client.next('error')).payload).toMatchObject([{ extensions: { code } }]);
    client.socket.close();
  });

  it('serves queries and mutations over the same socket by the same pipeline', async () => {
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('1', '{ courses { lead { name } } }');
    expect((await client.next('next')).payload?.data?.courses).toHaveLength(2);
    await client.next('complete');
    client.subscribe('2', '{ me { name } }');
    // Refused before it ran: the protocol sends an error instead of an answer.
    expect((await client.next('error')).payload).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    client.socket.close();
  });
});

describe('a subscription to a subgraph behind a URL', () => {
  it('fails with the advice to resubscribe when the connection breaks, and can be opened again', async () => {
    const harness = await startHarness('remote');
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('1', cursors);
    await harness.graph.grades.untilListeners(1);
    for (const socket of harness.remote?.course.sockets ?? []) socket.terminate();
    expect((await client.next('error')).payload).toMatchObject([
      {
        message: 'The live connection to the subgraph "course" was lost: resubscribe with your last cursor.',
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'course' },
      },
    ]);
    await harness.graph.grades.untilListeners(0);
    client.subscribe('2', cursors);
    await harness.graph.grades.untilListeners(1);
    harness.graph.grades.publish({ cursor: 5, courseId: 'c1' });
    expect((await client.next('next')).payload?.data).toEqual({ gradeChanged: { cursor: 5 } });
    client.socket.close();
    await harness.stop();
  });

  it('shares one socket with all others', async () => {
    const harness = await startHarness('remote');
    const clients = await Promise.all([1, 2, 3].map(() => SocketClient.connect(harness.gateway.url)));
    for (const client of clients) client.subscribe('1', cursors);
    await harness.graph.grades.untilListeners(3);
    expect(harness.remote?.course.sockets.size).toBe(1);
    for (const client of clients) client.socket.close();
    await harness.stop();
  });
});
