import { createRandom, deriveSeed } from '../draw/random.ts';
import { currentCalculator } from '../grading/calculator.ts';
import { gradeResponse } from '../grading/grade-response.ts';
import type { QuestionContent } from '../question/question.ts';
import { choicesOf } from './item-choices.ts';
import { readResponse } from './response-input.ts';

const plain = (text: string) => ({ format: 'PLAIN' as const, text });

/** A single choice as an import stores it: ids count in the author's order. All texts look alike. */
function choice(kind: 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE', count: number, right: number): QuestionContent {
  const options = Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    text: plain('text'),
    fraction: index === right ? '1' : '0',
    feedback: null,
  }));
  return { kind, options };
}

function matching(count: number): QuestionContent {
  const pairs = Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    prompt: plain('prompt'),
    answer: `answer ${index + 1}`,
  }));
  return { kind: 'MATCHING', pairs, distractors: [] };
}

const seedOf = (index: number) => deriveSeed(`attempt ${index}`, 'item/question');

/** The fields that the server adds to a choice and a guesser can sort or compare. */
interface Clues {
  readonly place: number;
  readonly rankOfId: number;
  readonly lengthOfId: number;
  readonly firstOfId: string;
  readonly lastOfId: string;
  readonly parityOfId: number;
}

function cluesOf(ids: readonly string[]): Clues[] {
  const sorted = ids.toSorted();
  return ids.map((id, place) => ({
    place,
    rankOfId: sorted.indexOf(id),
    lengthOfId: id.length,
    firstOfId: id.charAt(0),
    lastOfId: id.at(-1) ?? '',
    parityOfId: [...id].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 2,
  }));
}

const clueNames = ['place', 'rankOfId', 'lengthOfId', 'firstOfId', 'lastOfId', 'parityOfId'] as const;

interface Item {
  readonly clues: readonly Clues[];
  readonly right: number;
}

/**
 * Learns from one half which value of a clue the correct choice has most often, and guesses the other half by it.
 * Returns the success rate in standard deviations above random guessing; among choices that look alike it takes the
 * first.
 */
function skillOf(clue: keyof Clues, items: readonly Item[]): number {
  const half = items.length / 2;
  const seen = new Map<unknown, { right: number; all: number }>();
  for (const { clues, right } of items.slice(0, half)) {
    for (const [index, choice] of clues.entries()) {
      const count = seen.get(choice[clue]) ?? { right: 0, all: 0 };
      seen.set(choice[clue], { right: count.right + (index === right ? 1 : 0), all: count.all + 1 });
    }
  }
  const rate = (choice: Clues) => {
    const { right, all } = seen.get(choice[clue]) ?? { right: 0, all: 1 };
    return right / all;
  };
  let hits = 0;
  let expected = 0;
  let variance = 0;
  for (const { clues, right } of items.slice(half)) {
    const rates = clues.map(rate);
    if (rates.indexOf(Math.max(...rates)) === right) hits += 1;
    const chance = 1 / clues.length;
    expected += chance;
    variance += chance * (1 - chance);
  }
  return (hits - expected) / Math.sqrt(variance);
}

/** None of 12 guessers (with fixed seeds) may beat chance by this many deviations: 1 in 30,000 for one guesser. */
const mostSkill = 4;
const questions = 4_000;

describe('a guesser who knows only the fields that the server adds', () => {
  const random = createRandom('questions');
  const choices: Item[] = Array.from({ length: questions }, (_, index) => {
    // Most authors write the correct option first.
    const count = 2 + random.below(5);
    const content = choice(index % 2 ? 'SINGLE_CHOICE' : 'MULTIPLE_CHOICE', count, random.below(4) ? 0 : count - 1);
    const shown = choicesOf(content, seedOf(index));
    const ids = shown?.kind === 'OPTIONS' ? shown.options.map(({ id }) => id) : [];
    const right = ids.findIndex((id) => {
      const read = readResponse(content, seedOf(index), { optionIds: [id] });
      if (!read.ok || !read.response) throw new Error('A displayed option is not accepted.');
      const grading = gradeResponse(content, read.response, currentCalculator);
      return grading.state === 'GRADED' && grading.fraction.eq(1);
    });
    return { clues: cluesOf(ids), right };
  });
  /** Which of the shown answers belongs to the prompt with the smallest id. */
  const matches: Item[] = Array.from({ length: questions }, (_, index) => {
    const content = matching(2 + random.below(5));
    const shown = choicesOf(content, seedOf(index));
    if (shown?.kind !== 'MATCHES') throw new Error('no matches');
    const ids = shown.prompts.map(({ id }) => id);
    const least = ids.indexOf(ids.toSorted()[0] ?? '');
    const clues = cluesOf(ids);
    const right = shown.answers.indexOf(`answer ${least + 1}`);
    return { clues: shown.answers.map((_answer, place) => ({ ...(clues[place] as Clues), place })), right };
  });

  it.each(clueNames)('does no better than chance at options by %s', (clue) => {
    expect(skillOf(clue, choices)).toBeLessThan(mostSkill);
  });

  it.each(clueNames)('does no better than chance at matching by %s', (clue) => {
    expect(skillOf(clue, matches)).toBeLessThan(mostSkill);
  });

  it('is detected if ids follow the author’s order', () => {
    const leaking = choices.map(({ clues, right }) => ({
      right,
      clues: clues.map((clue, index) => ({ ...clue, firstOfId: index === right ? '1' : '2' })),
    }));
    expect(skillOf('firstOfId', leaking)).toBeGreaterThan(mostSkill);
  });
});
