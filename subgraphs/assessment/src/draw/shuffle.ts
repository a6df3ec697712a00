import type { Random } from './random.ts';

/**
 * The items in random order, each permutation equally likely as far as the generator allows; `items` is not modified.
 * Fisher-Yates in Durstenfeld's form (CACM algorithm 235, 1964), from the last position to the first.
 */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const chosen = random.below(last + 1);
    const value = shuffled[chosen] as T;
    shuffled[chosen] = shuffled[last] as T;
    shuffled[last] = value;
  }
  return shuffled;
}
