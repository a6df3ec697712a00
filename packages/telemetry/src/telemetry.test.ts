import { createMetrics, currentRequest, requestScope, runInRequest, serializeMetrics } from './index.ts';
import { requestFields } from './logger.ts';

describe('requestScope', () => {
  it('keeps a well-formed request id and trace context', () => {
    const given = { requestId: 'web-7', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
    expect(requestScope(given)).toEqual(given);
  });

  it('replaces what is malformed, so that nothing can be smuggled into logs', () => {
    const scope = requestScope({ requestId: 'x\n{"level":"fatal"}', traceparent: '00-0-0-0' });
    expect(scope.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(scope).not.toHaveProperty('traceparent');
  });

  it('follows asynchronous work', async () => {
    const scope = requestScope({});
    await runInRequest(scope, async () => {
      await Promise.resolve();
      expect(currentRequest()).toBe(scope);
    });
    expect(currentRequest()).toBeUndefined();
  });
});

describe('a line of the log', () => {
  it('names the request and the trace that it belongs to', () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const scope = requestScope({ requestId: 'web-7', traceparent });
    expect(runInRequest(scope, requestFields)).toEqual({ requestId: 'web-7', traceId: 'a'.repeat(32) });
    expect(runInRequest(requestScope({ requestId: 'web-7' }), requestFields)).toEqual({ requestId: 'web-7' });
    expect(requestFields()).toEqual({});
  });
});

describe('serializeMetrics', () => {
  it('puts several services on one page, told apart by a label', async () => {
    const [identity, course] = [createMetrics('identity'), createMetrics('course')];
    identity.subscriptionEvents.inc(2);
    course.subscriptionEvents.inc(3);
    const { body } = await serializeMetrics([identity, course]);
    expect(body).toContain('lyceum_graphql_subscription_events_total{service="identity"} 2');
    expect(body).toContain('lyceum_graphql_subscription_events_total{service="course"} 3');
  });
});
