import { CreateJobs1764000007000 } from './migrations/create-jobs.ts';

export { type ClaimedJob, isFinished, type Job, type JobStatus, type QueueBounds } from './job.ts';
export { JobRunner, type JobRunnerOptions } from './job-runner.ts';
export { ClaimLost, JobTable, type NewJob } from './job-table.ts';
export { createTimeSlices } from './time-slices.ts';

/** Adds the table of jobs to a subgraph. */
export const jobsPart = { migrations: [CreateJobs1764000007000] };
