import type { MatchingContent, MatchingPair } from '../question/question.ts';
import { indexOfUnescaped } from './escape.ts';
import type { RawAnswer } from './raw-answers.ts';
import { Rejection } from './rejection.ts';
import { readPlainLine, readText, type TextStyle } from './text.ts';

export const ARROW = '->';

/** Pairs `=prompt -> answer`; an answer without a prompt is a distractor. */
export function readMatching(answers: readonly RawAnswer[], style: TextStyle): MatchingContent | Rejection {
  const pairs: MatchingPair[] = [];
  const distractors: string[] = [];
  for (const { text } of answers) {
    const arrow = indexOfUnescaped(text, ARROW);
    if (arrow === -1) return new Rejection('A pair has no ->; write every pair as =prompt -> answer.');
    const { text: prompt } = readText(text.slice(0, arrow), style);
    const answer = readPlainLine(text.slice(arrow + ARROW.length));
    if (answer === '') return new Rejection('A prompt has no answer; write every pair as =prompt -> answer.');
    if (prompt.text === '') distractors.push(answer);
    else pairs.push({ id: String(pairs.length + 1), prompt, answer });
  }
  if (pairs.length < 2) return new Rejection('There are fewer than 2 pairs; write two or more as =prompt -> answer.');
  return { kind: 'MATCHING', pairs, distractors };
}
