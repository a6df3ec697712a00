import type { Viewer } from '@lyceum/auth';
import type { AttemptId, ExamId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';
import { batch, batchPages, byId } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { attemptItems, attempts } from './attempt.repository.ts';
import type { Attempt, AttemptItem } from './attempt.ts';

/** Attempts by id, whoever asks: check the viewer's role in the course before showing one. */
export function createAttemptLoader({ manager }: DataSource): DataLoader<AttemptId, Attempt | null> {
  return batch(
    async (ids) => byId(await attempts.findMany(manager, ids)),
    () => null,
  );
}

/** The viewer's attempts at an exam, in the order of their start. */
export function createMyAttemptsLoader({ manager }: DataSource, viewer: Viewer | null): DataLoader<ExamId, Attempt[]> {
  return batch(
    async (examIds) => (viewer ? attempts.findOfLearnerAtMany(manager, examIds, viewer.userId) : new Map()),
    () => [],
  );
}

/** Pages of everybody's attempts at exams: check that the viewer teaches the course before showing one. */
export function createAttemptPageLoaders({
  manager,
}: DataSource): (page: IdPage<AttemptId>) => DataLoader<ExamId, Attempt[]> {
  return batchPages(
    (examIds, page) => attempts.findPages(manager, examIds, page),
    () => [],
  );
}

/** The items of an attempt, by position. */
export function createItemsLoader({ manager }: DataSource): DataLoader<AttemptId, AttemptItem[]> {
  return batch(
    (attemptIds) => attemptItems.findByAttempts(manager, attemptIds),
    () => [],
  );
}

/** How many attempts exams have: check that the viewer teaches the course before showing one. */
export function createAttemptCountLoader({ manager }: DataSource): DataLoader<ExamId, number> {
  return batch(
    (examIds) => attempts.countByExam(manager, examIds),
    () => 0,
  );
}
