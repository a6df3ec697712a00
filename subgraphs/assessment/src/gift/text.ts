import type { FormattedText, TextFormat } from '../question/question.ts';
import { unescapeText } from './escape.ts';

/** The format of a text, from its marker or inherited from the question's stem. */
export interface TextStyle {
  readonly format: TextFormat;
  /** Whether a line break of the file is only line wrapping, and so a space. */
  readonly foldsLines: boolean;
}

/** `[moodle]`, and no marker: Moodle's own mixture, which is read as plain text. */
export const unmarked: TextStyle = { format: 'PLAIN', foldsLines: true };

const markers = new Map<string, TextStyle>([
  ['moodle', unmarked],
  ['plain', { format: 'PLAIN', foldsLines: false }],
  ['html', { format: 'HTML', foldsLines: false }],
  ['markdown', { format: 'MARKDOWN', foldsLines: false }],
]);

const markerSyntax = /^\[(moodle|plain|html|markdown)\]/i;

/** Reads a text of the file: its format marker, if any, then its content. */
export function readText(raw: string, inherited: TextStyle): { style: TextStyle; text: FormattedText } {
  const trimmed = raw.trim();
  const marker = markerSyntax.exec(trimmed);
  const style = markers.get(marker?.[1]?.toLowerCase() ?? '') ?? inherited;
  const body = trimmed.slice(marker?.[0].length ?? 0);
  const text = unescapeText(style.foldsLines ? foldLines(body) : body).trim();
  return { style, text: { format: style.format, text } };
}

/** Reads feedback; null if there is none. */
export function readFeedback(raw: string | null, inherited: TextStyle): FormattedText | null {
  if (raw === null) return null;
  const { text } = readText(raw, inherited);
  return text.text === '' ? null : text;
}

/** Reads a text without a format, such as the answer to a prompt: on one line, whatever the stem's format. */
export function readPlainLine(raw: string): string {
  return unescapeText(foldLines(raw)).trim();
}

function foldLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** Whether a text would be parsed as beginning with a format marker. */
export function looksMarked(text: string): boolean {
  return markerSyntax.test(text);
}
