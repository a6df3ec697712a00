import type { AttemptId } from '@lyceum/contracts';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { attemptItems, attempts } from './attempt.repository.ts';
import type { Attempt, AttemptItem } from './attempt.ts';

/** Attempts by id, whoever asks: check the viewer's standing before showing one. */
export function createAttemptLoader(dataSource: DataSource): DataLoader<AttemptId, Attempt | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await attempts.findMany(dataSource.manager, ids)).map((attempt) => [attempt.id, attempt]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** The items of an attempt, by position. */
export function createItemsLoader(dataSource: DataSource): DataLoader<AttemptId, AttemptItem[]> {
  return new DataLoader(async (attemptIds) => {
    const found = await attemptItems.findByAttempts(dataSource.manager, attemptIds);
    return attemptIds.map((id) => found.get(id) ?? []);
  });
}
