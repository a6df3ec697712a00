import { isFinished, type JobStatus } from './job.ts';

it.each<[JobStatus, boolean]>([
  ['QUEUED', false],
  ['RUNNING', false],
  ['SUCCEEDED', true],
  ['FAILED', true],
])('a job that is %s is finished: %j', (status, expected) => {
  expect(isFinished({ status })).toBe(expected);
});
