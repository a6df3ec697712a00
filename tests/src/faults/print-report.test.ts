import { printReport } from './print-report.ts';
import type { TrialResult } from './trial.ts';

const sound: TrialResult = {
  site: 'one process',
  fault: 'SIGTERM',
  injected: 3,
  acknowledged: 100,
  retries: 7,
  findings: { lost: [], doubled: [], unfounded: [] },
  folder: '/tmp/site',
  recoveries: [3_000, 1_000, 2_000],
  took: { whole: 9_000, rounds: [3_100, 1_100, 2_100] },
};

function linesOf(...results: TrialResult[]): string[] {
  return printReport(results, 5).split('\n');
}

describe('the report', () => {
  it('has a line for each kind of fault, with its times', () => {
    const line = linesOf(sound).find((each) => each.includes('SIGTERM'));
    expect(line?.split(/ {2,}/)).toEqual([
      ...['one process', 'SIGTERM', '3', '100', '7', '0', '0'],
      ...['2.0 s', '3.0 s', '9.0 s', '3.1 s'],
    ]);
  });

  it('sums up the time of each site, and all of it', () => {
    const lines = linesOf(sound, { ...sound, took: { whole: 11_000, rounds: [] } }, { ...sound, site: 'over Kafka' });
    expect(lines).toContain('one process: 2 trials in 20.0 s, the longest 11.0 s.');
    expect(lines).toContain('over Kafka: 1 trials in 9.0 s, the longest 9.0 s.');
    expect(lines).toContain('9 faults injected (seed 5), 300 writes acknowledged, 0 lost, 0 doubled.');
  });

  it('says of what was lost or doubled what it is, by which fault, and where to look', () => {
    const findings = { lost: ['account {"userId": 1}'], doubled: ['the count of 2'], unfounded: ['an event of 3'] };
    const lines = linesOf(sound, { ...sound, findings, fault: 'kill -9 gateway', folder: '/tmp/other' });
    const at = lines.indexOf('one process, kill -9 gateway (seed 5):');
    expect(lines.slice(at + 1, at + 5)).toEqual([
      '  lost: account {"userId": 1}',
      '  doubled: the count of 2',
      '  unfounded: an event of 3',
      '  all of them in findings.json, beside the logs: /tmp/other',
    ]);
    expect(lines).toContain('6 faults injected (seed 5), 200 writes acknowledged, 2 lost, 1 doubled.');
  });

  it('shows twenty findings of a trial, and how many more there are', () => {
    const lost = Array.from({ length: 23 }, (_, number) => `account ${number}`);
    const lines = linesOf({ ...sound, findings: { ...sound.findings, lost } });
    expect(lines.filter((line) => line.startsWith('  lost: '))).toHaveLength(20);
    expect(lines).toContain('  and 3 more');
  });

  it('says nothing of findings where there are none', () => {
    expect(linesOf(sound).join('\n')).not.toContain('findings.json');
  });
});
