import type { TrialResult } from './trial.ts';

/** The report for people: a line for each kind of fault, and the sums. */
export function printReport(results: readonly TrialResult[], seed: number): string {
  const heading = [
    'site',
    'fault',
    'injected',
    'acknowledged',
    'asked again',
    'lost',
    'doubled',
    'recovered after p50',
    'max',
  ];
  const sum = (count: (result: TrialResult) => number) => results.reduce((total, result) => total + count(result), 0);
  const lost = ({ findings }: TrialResult) => findings.lost.length + findings.unfounded.length;
  const doubled = ({ findings }: TrialResult) => findings.doubled.length;
  const rows = results.map((result) => {
    const recoveries = [...result.recoveries].sort((left, right) => left - right);
    const seconds = (milliseconds: number | undefined) =>
      milliseconds === undefined ? '–' : `${(milliseconds / 1_000).toFixed(1)} s`;
    return [
      result.site,
      result.fault,
      `${result.injected}`,
      `${result.acknowledged}`,
      `${result.retries}`,
      `${lost(result)}`,
      `${doubled(result)}`,
      seconds(recoveries[Math.floor((recoveries.length - 1) / 2)]),
      seconds(recoveries.at(-1)),
    ];
  });
  const widths = heading.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    '',
    ...[heading, ...rows].map(line),
    '',
    `${sum(({ injected }) => injected)} faults injected (seed ${seed}), ${sum(({ acknowledged }) => acknowledged)} writes acknowledged, ${sum(lost)} lost, ${sum(doubled)} doubled.`,
    '',
  ].join('\n');
}
