import type { Consumer, LetterFilter, Replayed } from '../index.ts';
import { type ConsumerContext, replay } from '../index.ts';

/** Outcome and title of each replayed dead letter, in order. */
export async function replayed(
  context: ConsumerContext,
  consumers: readonly Consumer[],
  filter?: LetterFilter,
): Promise<string[]> {
  const outcomes: string[] = [];
  for await (const one of replay(context, consumers, filter)) outcomes.push(describeReplayed(one));
  return outcomes;
}

export function describeReplayed({ letter, outcome }: Replayed): string {
  return `${outcome} ${(letter.envelope.data as { title: string }).title}`;
}
