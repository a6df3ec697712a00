import { exact } from '../grading/exact.ts';
import type {
  ChoiceOption,
  DecimalString,
  FormattedText,
  QuestionContent,
  QuestionDraft,
} from '../question/question.ts';
import { printCategory } from './category.ts';
import { escapeText, escapeTextWithArrows } from './escape.ts';
import { looksMarked } from './text.ts';

/**
 * Prints questions in Moodle's GIFT format, with a `$CATEGORY:` line before each change of category. `parseGift` reads
 * back the same drafts, except for what GIFT cannot express: white space around a text, `caseSensitive`, ids of options
 * and pairs (they are renumbered), and a choice that cannot give its full mark.
 */
export function printGift(drafts: readonly QuestionDraft[]): string {
  let category = '';
  const blocks: string[] = [];
  for (const draft of drafts) {
    if (draft.category !== category) {
      category = draft.category;
      blocks.push(printCategory(category));
    }
    blocks.push(printQuestion(draft));
  }
  return blocks.map((block) => `${block}\n`).join('\n');
}

function printQuestion({ name, stem, content, generalFeedback }: QuestionDraft): string {
  const { format } = stem;
  const marker = format === 'PLAIN' && !looksMarked(stem.text) ? '' : markerOf(format);
  let braces = printContent(content, format);
  if (generalFeedback !== null) {
    if (!braces.endsWith('\n')) braces += '\n';
    braces += `\t####${printText(generalFeedback, format)}\n`;
  }
  return `::${escapeText(name)}::${marker}${escapeText(stem.text)} {${braces}}`;
}

function printContent(content: QuestionContent, format: FormattedText['format']): string {
  switch (content.kind) {
    case 'SINGLE_CHOICE': {
      // One = marks a single choice. With = before every option the question would be a short answer.
      const correct = content.options.find(({ fraction }) => exact(fraction).eq(1));
      return lines(content.options.map((option) => printOption(option, option === correct ? '=' : '~', format)));
    }
    case 'MULTIPLE_CHOICE':
      return lines(content.options.map((option) => printOption(option, '~', format)));
    case 'TRUE_FALSE': {
      const whenWrong = printFeedback(content.feedbackWhenWrong, format);
      const whenRight = printFeedback(content.feedbackWhenRight, format);
      return `${content.answer ? 'TRUE' : 'FALSE'}${whenRight === '' ? whenWrong : (whenWrong || '#') + whenRight}`;
    }
    case 'SHORT_ANSWER':
      return lines(
        content.answers.map(({ pattern, fraction, feedback }) => {
          const marker = looksMarked(pattern) ? markerOf('PLAIN') : '';
          const text = marker + escapeTextWithArrows(pattern);
          return `=${printWeight(fraction, '1', text)}${text}${printFeedback(feedback, format)}`;
        }),
      );
    case 'NUMERICAL':
      return `#${lines(
        content.answers.map(({ min, max, fraction, feedback }) => {
          const interval = min !== null && min === max ? min : min === max ? '*' : `${min ?? '*'}..${max ?? '*'}`;
          return `=${printWeight(fraction, '1', interval)}${interval}${printFeedback(feedback, format)}`;
        }),
      )}`;
    case 'MATCHING':
      return lines([
        ...content.pairs.map((pair) => `=${printPrompt(pair.prompt, format)} -> ${escapeText(pair.answer)}`),
        ...content.distractors.map((answer) => `= -> ${escapeText(answer)}`),
      ]);
    case 'ESSAY':
      return '';
    default:
      return content satisfies never;
  }
}

function printOption({ text, fraction, feedback }: ChoiceOption, sign: '=' | '~', format: FormattedText['format']) {
  const printed = printText(text, format);
  const weight = printWeight(fraction, sign === '=' ? '1' : '0', printed);
  return `${sign}${weight}${printed}${printFeedback(feedback, format)}`;
}

/** The weight in percent, omitted if it is implied and the text would not be parsed as one. */
function printWeight(fraction: DecimalString, implied: DecimalString, text: string): string {
  const value = exact(fraction);
  return value.eq(implied) && !text.startsWith('%') ? '' : `%${value.times(100).toFixed()}%`;
}

function printFeedback(feedback: FormattedText | null, stemFormat: FormattedText['format']): string {
  return feedback === null ? '' : `#${printText(feedback, stemFormat)}`;
}

function printText({ format, text }: FormattedText, stemFormat: FormattedText['format']): string {
  return (format === stemFormat && !looksMarked(text) ? '' : markerOf(format)) + escapeText(text);
}

function printPrompt({ format, text }: FormattedText, stemFormat: FormattedText['format']): string {
  return (format === stemFormat && !looksMarked(text) ? '' : markerOf(format)) + escapeTextWithArrows(text);
}

function markerOf(format: FormattedText['format']): string {
  return `[${format.toLowerCase()}]`;
}

function lines(answers: readonly string[]): string {
  return `${answers.map((answer) => `\n\t${answer}`).join('')}\n`;
}
