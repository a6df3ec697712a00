import { exact, ZERO } from '../grading/exact.ts';
import type { ChoiceOption, MultipleChoiceContent, SingleChoiceContent } from '../question/question.ts';
import { type RawAnswer, reachesFullMark, readWeight, splitFeedback } from './raw-answers.ts';
import { Rejection } from './rejection.ts';
import { readFeedback, readText, type TextStyle } from './text.ts';

/** Options with a correct one (`=`) are a single choice; options with only weights (`~`) a multiple choice. */
export function readChoice(
  answers: readonly RawAnswer[],
  style: TextStyle,
): SingleChoiceContent | MultipleChoiceContent | Rejection {
  if (answers.length < 2) return new Rejection('There is only one option; write two or more, each after = or ~.');
  const options: ChoiceOption[] = [];
  for (const answer of answers) {
    const option = readOption(answer, style, String(options.length + 1));
    if (option instanceof Rejection) return option;
    options.push(option);
  }
  return answers.some((answer) => answer.sign === '=') ? singleChoice(options) : multipleChoice(options);
}

function readOption(answer: RawAnswer, style: TextStyle, id: string): ChoiceOption | Rejection {
  const weighted = readWeight(answer.text);
  if (weighted instanceof Rejection) return weighted;
  const { answer: raw, feedback } = splitFeedback(weighted.text);
  const { text } = readText(raw, style);
  if (text.text === '') return new Rejection(`Option ${id} has no text; write it after the = or ~.`);
  return {
    id,
    text,
    fraction: weighted.fraction ?? (answer.sign === '=' ? '1' : '0'),
    feedback: readFeedback(feedback, style),
  };
}

function singleChoice(options: readonly ChoiceOption[]): SingleChoiceContent | Rejection {
  if (!options.some((option) => reachesFullMark(option.fraction))) {
    return new Rejection('No option is fully correct; write = without a weight before the correct one.');
  }
  return { kind: 'SINGLE_CHOICE', options };
}

function multipleChoice(options: readonly ChoiceOption[]): MultipleChoiceContent | Rejection {
  const total = options.reduce((sum, option) => {
    const fraction = exact(option.fraction);
    return fraction.gt(0) ? sum.plus(fraction) : sum;
  }, ZERO);
  if (total.isZero()) {
    return new Rejection('There is no right answer; write = before the right option, or weights such as ~%50%.');
  }
  if (!reachesFullMark(total.toFixed())) {
    return new Rejection(
      `The weights of the right options add up to ${total.times(100).toFixed()} %; write weights that add up to 100 %.`,
    );
  }
  return { kind: 'MULTIPLE_CHOICE', options };
}
