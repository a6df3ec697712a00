import type { FormattedText, QuestionDraft } from '../question/question.ts';
import { indexOfUnescaped, lastIndexOfUnescaped } from './escape.ts';
import { readContent } from './read-content.ts';
import { Rejection } from './rejection.ts';
import { readFeedback, readPlainLine, readText, unmarked } from './text.ts';

const BLANK = '_____';
const GENERAL_FEEDBACK = '####';
const LONGEST_NAME_FROM_STEM = 60;
const LONGEST_TITLE = 255;

/** Parses one block of the file as a question of the category. */
export function readQuestion(block: string, category: string): QuestionDraft | Rejection {
  const { title, rest } = splitTitle(block);
  const parts = splitBraces(rest);
  if (parts instanceof Rejection) return parts;

  const { style, text: stem } = readText(parts.stem, unmarked);
  if (stem.text === '') return new Rejection('There is no question text; write it before the braces.');

  const mark = lastIndexOfUnescaped(parts.braces, GENERAL_FEEDBACK);
  const answers = mark === -1 ? parts.braces : parts.braces.slice(0, mark);
  const content = readContent(answers, style);
  if (content instanceof Rejection) return content;

  return {
    name: title === '' ? nameFromStem(stem) : shorten(title, LONGEST_TITLE),
    category,
    stem,
    content,
    generalFeedback: readFeedback(mark === -1 ? null : parts.braces.slice(mark + GENERAL_FEEDBACK.length), style),
  };
}

/** `::title::rest`; an unclosed title is the beginning of the text, as in Moodle. */
function splitTitle(block: string): { title: string; rest: string } {
  if (!block.startsWith('::')) return { title: '', rest: block };
  const end = indexOfUnescaped(block, '::', 2);
  return end === -1
    ? { title: '', rest: block.slice(2) }
    : { title: readPlainLine(block.slice(2, end)), rest: block.slice(end + 2) };
}

/** The text outside the braces, with a blank in their place if text follows them, and the text inside. */
function splitBraces(text: string): { stem: string; braces: string } | Rejection {
  const open = indexOfUnescaped(text, '{');
  const close = indexOfUnescaped(text, '}');
  if (open === -1 && close === -1) {
    return new Rejection(
      'There are no answers: this is a description, not a question; write answers in braces after the text, ' +
        'without a blank line between.',
    );
  }
  if (close === -1) {
    return new Rejection('The brace { is never closed; close the answers by }, and write a brace that is text as \\{.');
  }
  if (open === -1 || close < open) {
    return new Rejection(
      'There is a brace } before any {; open the answers by {, and write a brace that is text as \\}.',
    );
  }
  const another = indexOfUnescaped(text, '{', open + 1);
  if (another !== -1 && another < close) {
    return new Rejection('There is a brace { inside the answers; write braces that are text as \\{ and \\}.');
  }
  if (another !== -1) {
    return new Rejection('There is more than one pair of braces; write one, and braces that are text as \\{ and \\}.');
  }
  if (indexOfUnescaped(text, '}', close + 1) !== -1) {
    return new Rejection('There is an extra brace }; write a brace that is text as \\}.');
  }
  const head = text.slice(0, open);
  const tail = text.slice(close + 1);
  return { stem: tail.trim() === '' ? head : head + BLANK + tail, braces: text.slice(open + 1, close) };
}

const entities = new Map([
  ['&nbsp;', ' '],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
]);

function nameFromStem({ format, text }: FormattedText): string {
  const words =
    format === 'HTML'
      ? text.replace(/<[^<>]*>/g, ' ').replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities.get(entity) ?? '')
      : text;
  return shorten(words.replace(/\s+/g, ' ').trim(), LONGEST_NAME_FROM_STEM) || 'Question';
}

/** At most `longest` characters; a truncated text ends with an ellipsis. */
export function shorten(text: string, longest: number): string {
  const characters = [...text.slice(0, 2 * (longest + 1))];
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
