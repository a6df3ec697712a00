import { randomUUID } from 'node:crypto';
import {
  ImportProgressedDocument,
  ImportQuestionsDocument,
  type ImportStateFragment,
} from '../generated/operations.ts';
import type { Person } from './person.ts';
import { success } from './steps.ts';

/** Imports a file of questions and waits until the import has ended. */
export async function importQuestions(
  instructor: Person,
  file: { bankId: string; text: string },
): Promise<ImportStateFragment> {
  const answer = await instructor.do(ImportQuestionsDocument, { ...file, idempotencyKey: randomUUID() });
  const { job } = success(answer.importQuestions, 'ImportQuestionsSuccess');
  const ended = job.status === 'QUEUED' || job.status === 'RUNNING' ? await followImport(instructor, job.id) : job;
  if (ended.status !== 'SUCCEEDED') throw new Error(ended.error ?? `the import is ${ended.status}`);
  return ended;
}

/** The final state of the import, from the subscription; resolves when the server has completed it. */
export async function followImport(instructor: Person, jobId: string): Promise<ImportStateFragment> {
  const feed = instructor.follow(ImportProgressedDocument, { jobId });
  const reason = await feed.ended;
  await feed.close();
  const last = feed.events.at(-1);
  if (!last || reason !== 'complete')
    throw new Error('The progress of the import could not be followed.', { cause: reason });
  return last.importProgressed.job;
}
