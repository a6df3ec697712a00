import { createMetrics } from './metrics.ts';
import { mergePages } from './metrics-page.ts';

describe('a page of metrics', () => {
  it('has each metric once, with the samples of every service', async () => {
    const [course, people] = [createMetrics('course'), createMetrics('people')];
    course.subscriptions.set(3);
    people.requests.observe({ type: 'query', outcome: 'success' }, 0.2);
    const page = mergePages([await course.registry.metrics(), await people.registry.metrics()]);
    expect(page.match(/# TYPE lyceum_graphql_subscriptions gauge/g)).toHaveLength(1);
    expect(page).toContain(
      [
        '# TYPE lyceum_graphql_subscriptions gauge',
        'lyceum_graphql_subscriptions{service="course"} 3',
        'lyceum_graphql_subscriptions{service="people"} 0',
      ].join('\n'),
    );
    expect(page).toContain('lyceum_graphql_request_seconds_count{service="people",type="query",outcome="success"} 1');
  });
});
