import type { DecimalString } from '../question/question.ts';
import { Allocation } from './allocate.ts';
import { createRandom, deriveSeed } from './random.ts';
import { shuffle } from './shuffle.ts';

/** A part of an assessment that draws its items from a bank. */
export interface DrawSection {
  readonly id: string;
  /** How many questions to draw, 0 or more. */
  readonly drawCount: number;
  readonly pointsPerItem: DecimalString;
  /** True: the drawn questions are in random order; false: in the order of the candidates. */
  readonly shuffleItems: boolean;
}

export interface Candidate {
  readonly questionId: string;
  readonly version: number;
}

/** One question of one attempt. */
export interface DrawnItem {
  /** Its position in the attempt, from 1. */
  readonly position: number;
  readonly sectionId: string;
  readonly questionId: string;
  readonly version: number;
  readonly points: DecimalString;
  /** The seed of everything random within the item, such as the order of its options. */
  readonly seed: string;
}

/** A section draws more questions than remain when other sections have theirs. */
export class NotEnoughQuestions extends RangeError {
  override readonly name = 'NotEnoughQuestions';

  constructor(
    readonly sectionId: string,
    readonly wanted: number,
    readonly available: number,
  ) {
    super(`Section ${sectionId} draws ${wanted} questions, but only ${available} are available.`);
  }
}

/**
 * Draws the items of an attempt, section by section. The same sections, candidates and seed always give the same items;
 * which questions are drawn depends on the set of candidates, not on their order. No question is drawn twice, even if
 * sections share a bank; questions are identified by `questionId`.
 *
 * Throws {@link NotEnoughQuestions} if no draw can fill every section up to the one it names, and a plain `RangeError`
 * if a `drawCount` is not an integer of 0 or more.
 */
export function drawItems(
  sections: readonly DrawSection[],
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  seed: string,
): DrawnItem[] {
  const allocation = new Allocation(
    new Map(sections.map(({ id }) => [id, shuffledPool(candidates.get(id) ?? [], deriveSeed(seed, `draw/${id}`))])),
  );
  for (const section of sections) serve(section, allocation);

  const items: DrawnItem[] = [];
  for (const section of sections) {
    for (const { questionId, version } of inOrder(section, allocation, candidates.get(section.id) ?? [], seed)) {
      items.push({
        position: items.length + 1,
        sectionId: section.id,
        questionId,
        version,
        points: section.pointsPerItem,
        seed: deriveSeed(seed, `item/${questionId}`),
      });
    }
  }
  return items;
}

function serve({ id, drawCount }: DrawSection, allocation: Allocation): void {
  if (!Number.isSafeInteger(drawCount) || drawCount < 0) {
    throw new RangeError(`Section ${id} must draw an integer number of questions, 0 or more, not ${drawCount}.`);
  }
  for (let drawn = 0; drawn < drawCount; drawn++) {
    if (!allocation.give(id)) throw new NotEnoughQuestions(id, drawCount, drawn);
  }
}

function shuffledPool(candidates: readonly Candidate[], seed: string): string[] {
  const ids = [...new Set(candidates.map((candidate) => candidate.questionId))];
  return shuffle(ids.sort(byCodeUnits), createRandom(seed));
}

function inOrder(
  section: DrawSection,
  allocation: Allocation,
  candidates: readonly Candidate[],
  seed: string,
): Candidate[] {
  const unlisted = new Set(allocation.of(section.id));
  const drawn = candidates.filter(({ questionId }) => unlisted.delete(questionId));
  if (!section.shuffleItems) return drawn;
  const sorted = drawn.sort((a, b) => byCodeUnits(a.questionId, b.questionId));
  return shuffle(sorted, createRandom(deriveSeed(seed, `order/${section.id}`)));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
