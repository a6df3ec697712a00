import { demoPeople } from './demo-people.ts';
import type { RunningLyceum } from './launch.ts';

/** The information to print once everything runs. */
export function readyTable(
  { url, dataDir, hasDemoPeople }: Omit<RunningLyceum, 'stop' | 'failed'>,
  seconds: number,
): string {
  const { origin } = new URL(url);
  const rows = [
    ['Explore', `${url} in a browser`],
    ['GraphQL', url],
    ['Live', url.replace(/^http/, 'ws')],
    ['Health', `${origin}/health/ready`],
    ['Metrics', `${origin}/metrics`],
    ['Data', dataDir ?? 'in the database of DATABASE_URL'],
  ];
  const people = demoPeople.map(({ role, email, password }) => [capitalised(role), `${email}  ${password}`]);
  return [
    `Lyceum is ready after ${seconds.toFixed(1)} s. Ctrl-C stops it.`,
    '',
    ...aligned(rows),
    ...(hasDemoPeople ? ['', 'Demo accounts and passwords:', ...aligned(people)] : []),
    '',
  ].join('\n');
}

function aligned(rows: readonly string[][]): string[] {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows.map(([name = '', value = '']) => `  ${name.padEnd(width)}  ${value}`);
}

function capitalised(word: string): string {
  return `${word.charAt(0)}${word.slice(1).toLowerCase()}`;
}
