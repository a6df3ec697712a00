import type { Findings } from './audit.ts';
import type { TrialResult } from './trial.ts';

/** So many findings of one trial are printed; all of them stand in its folder. */
const mostShown = 20;

/** The report for people: a line for each kind of fault, the findings, and the sums. */
export function printReport(results: readonly TrialResult[], seed: number): string {
  const sum = (count: (result: TrialResult) => number) => results.reduce((total, result) => total + count(result), 0);
  const heading = ['site', 'fault', 'injected', 'acknowledged', 'asked again', 'lost', 'doubled'];
  const times = ['recovered after p50', 'max', 'trial took', 'longest fault'];
  return [
    '',
    ...table([[...heading, ...times], ...results.map(rowOf)]),
    '',
    ...results.flatMap((result) => findingsOf(result, seed)),
    ...[...new Set(results.map(({ site }) => site))].map((site) => timeOf(site, results)),
    `${sum(({ injected }) => injected)} faults injected (seed ${seed}), ${sum(({ acknowledged }) => acknowledged)} writes acknowledged, ${sum(lost)} lost, ${sum(doubled)} doubled.`,
    '',
  ].join('\n');
}

function rowOf(result: TrialResult): string[] {
  const { site, fault, injected, acknowledged, retries, took } = result;
  const recoveries = result.recoveries.toSorted((left, right) => left - right);
  return [
    site,
    fault,
    ...[injected, acknowledged, retries, lost(result), doubled(result)].map(String),
    inSeconds(recoveries[Math.floor((recoveries.length - 1) / 2)]),
    inSeconds(recoveries.at(-1)),
    inSeconds(took.whole),
    inSeconds(took.rounds.length > 0 ? Math.max(...took.rounds) : undefined),
  ];
}

const lost = ({ findings }: TrialResult) => findings.lost.length + findings.unfounded.length;
const doubled = ({ findings }: TrialResult) => findings.doubled.length;

/** What was found, and where to look; nothing where nothing was. */
function findingsOf({ site, fault, findings, folder }: TrialResult, seed: number): string[] {
  const kinds: readonly (keyof Findings)[] = ['lost', 'doubled', 'unfounded'];
  const found = kinds.flatMap((kind) => findings[kind].map((text) => `  ${kind}: ${text}`));
  if (found.length === 0) return [];
  const more = found.length - mostShown;
  return [
    `${site}, ${fault} (seed ${seed}):`,
    ...found.slice(0, mostShown),
    ...(more > 0 ? [`  and ${more} more`] : []),
    `  all of them in findings.json, beside the logs: ${folder}`,
    '',
  ];
}

function timeOf(site: string, results: readonly TrialResult[]): string {
  const here = results.filter((result) => result.site === site);
  const whole = here.map(({ took }) => took.whole);
  const total = whole.reduce((sum, milliseconds) => sum + milliseconds, 0);
  return `${site}: ${here.length} trials in ${inSeconds(total)}, the longest ${inSeconds(Math.max(...whole))}.`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function inSeconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '–' : `${(milliseconds / 1_000).toFixed(1)} s`;
}
