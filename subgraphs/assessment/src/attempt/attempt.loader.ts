import type { AttemptId } from '@lyceum/contracts';
import { batch, byId } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { attemptItems, attempts } from './attempt.repository.ts';
import type { Attempt, AttemptItem } from './attempt.ts';

/** Attempts by id, whoever asks: check the viewer's standing before showing one. */
export function createAttemptLoader({ manager }: DataSource): DataLoader<AttemptId, Attempt | null> {
  return batch(
    async (ids) => byId(await attempts.findMany(manager, ids)),
    () => null,
  );
}

/** The items of an attempt, by position. */
export function createItemsLoader({ manager }: DataSource): DataLoader<AttemptId, AttemptItem[]> {
  return batch(
    (attemptIds) => attemptItems.findByAttempts(manager, attemptIds),
    () => [],
  );
}
