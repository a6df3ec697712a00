import { demoPassword } from './demo-people.ts';
import { readyTable } from './ready-table.ts';

const running = { url: 'http://127.0.0.1:4000/graphql', dataDir: '/srv/lyceum', hasDemoPeople: false };

describe('the table of a start', () => {
  it('says where everything is', () => {
    expect(readyTable(running, 2.345)).toBe(
      [
        'Lyceum is ready after 2.3 s. Ctrl-C stops it.',
        '',
        '  Explore  http://127.0.0.1:4000/graphql in a browser',
        '  GraphQL  http://127.0.0.1:4000/graphql',
        '  Live     ws://127.0.0.1:4000/graphql',
        '  Health   http://127.0.0.1:4000/health/ready',
        '  Metrics  http://127.0.0.1:4000/metrics',
        '  Data     /srv/lyceum',
        '',
      ].join('\n'),
    );
  });

  it('points to DATABASE_URL where the data is elsewhere', () => {
    expect(readyTable({ ...running, dataDir: null }, 1)).toContain('Data     in the database of DATABASE_URL');
  });

  it('names the demo people and their passwords only where they have accounts', () => {
    expect(readyTable({ ...running, hasDemoPeople: true }, 1)).toContain(
      `  Instructor  emmy@demo.example  ${demoPassword}\n  Student     srinivasa@demo.example  ${demoPassword}`,
    );
    expect(readyTable(running, 1)).not.toContain(demoPassword);
  });
});
