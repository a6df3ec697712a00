/** What a viewer gets. `none`: the object itself is not visible to them; `empty`: a list without items. */
export const outcomes = ['yes', 'null', 'empty', 'none', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'] as const;
export type Outcome = (typeof outcomes)[number];

/** What each viewer gets for some fields of one object. */
export interface AccessRow {
  /** `Course`, `Query`. */
  readonly type: string;
  readonly fields: readonly string[];
  /** Which of the domain's sets of ids; `-` if the field takes no id. */
  readonly object: string;
  readonly expected: ReadonlyMap<string, Outcome>;
}

export interface AccessTable {
  readonly viewers: readonly string[];
  readonly rows: readonly AccessRow[];
}

/**
 * Parses a table: the viewers in the first line after `coordinate | object |`, then lines of
 * `Course.title, summary | draft | none yes`. Several fields of a type share a line; lines ending with a comma
 * continue.
 * @throws naming the invalid line
 */
export function readAccessTable(text: string): AccessTable {
  const lines = text
    .replaceAll(/,\s*\n/g, ', ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [head = '', ...body] = lines;
  const viewers = cellsOf(head);
  const rows = body.map((line): AccessRow => {
    const [what = '', object = ''] = line.split('|').map((part) => part.trim());
    const [type = '', fields = ''] = what.split('.');
    const given = cellsOf(line);
    if (fields === '' || object === '' || given.length !== viewers.length) {
      throw new Error(`A row must have a coordinate, an object and ${viewers.length} outcomes: "${line}"`);
    }
    const expected = new Map(viewers.map((viewer, index) => [viewer, readOutcome(given[index] ?? '', line)]));
    return { type, fields: fields.split(',').map((field) => field.trim()), object, expected };
  });
  return { viewers, rows };
}

function cellsOf(line: string): string[] {
  return (line.split('|')[2] ?? '').trim().split(/\s+/);
}

function readOutcome(cell: string, line: string): Outcome {
  const outcome = outcomes.find((known) => known === cell);
  if (!outcome) throw new Error(`"${cell}" is not an outcome; expected one of ${outcomes.join(', ')}: "${line}"`);
  return outcome;
}
