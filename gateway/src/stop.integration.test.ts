import { startHarness } from './testing/harness.ts';
import { SocketClient } from './testing/socket-client.ts';

describe.each(['local', 'remote'] as const)('a stop before %s subgraphs', (route) => {
  it('answers what is in flight, closes sockets with 1001 and takes nothing new', async () => {
    const harness = await startHarness(route);
    let open = () => {};
    harness.graph.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('live', 'subscription { gradeChanged { cursor } }');
    client.subscribe('query', '{ slow }');
    const answer = harness.query('{ slow }');
    await harness.graph.people.untilReceived(2);
    await harness.graph.grades.untilListeners(1);

    const stopped = harness.gateway.stop();
    expect(harness.gateway.stop()).toBe(stopped);
    await expect(fetch(harness.gateway.url)).rejects.toThrow();
    open();

    const { data, headers } = await answer;
    expect(data).toEqual({ slow: 'done' });
    expect(headers.get('x-request-id')).not.toBeNull();
    expect(await client.next('next')).toMatchObject({ id: 'query', payload: { data: { slow: 'done' } } });
    expect(await client.closed).toMatchObject({ code: 1001 });
    await stopped;
    await harness.graph.grades.untilListeners(0);
    await harness.stop();
  });

  it('cuts what does not end in time', async () => {
    const harness = await startHarness(route, { subgraphDeadlineMs: 60_000, drainWithinMs: 300 });
    harness.graph.gate = new Promise(() => undefined);
    const client = await SocketClient.connect(harness.gateway.url);
    client.subscribe('query', '{ slow }');
    const answer = harness.query('{ slow }').catch(() => 'cut');
    await harness.graph.people.untilReceived(2);
    const started = performance.now();
    await harness.gateway.stop();
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await answer).toBe('cut');
    await harness.stop();
  });
});
