import { JobId, newId, QuestionBankId, UserId } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { JobTable } from '@lyceum/jobs';
import { allMigrations } from '@lyceum/subgraph';
import { createLogger, noTracing } from '@lyceum/telemetry';
import { assessment } from '../index.ts';
import { ImportWorker } from './import-worker.ts';
import { type ImportInput, type ImportState, mostRuns, newImport } from './question-import.ts';

const log = createLogger('test', 'silent');
const questionCount = 1_000;
const text = Array.from({ length: questionCount }, (_, index) => `::Q${index}:: ${index} + 1 {#${index + 1}}`).join(
  '\n\n',
);
const never = new AbortController().signal;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({
    name: 'import-worker',
    entities: assessment.entities,
    migrations: allMigrations(assessment),
  });
});
afterAll(() => database.drop());

/** A separate kind of job for each test, with claims that expire at once. */
class Jobs extends JobTable<ImportInput, ImportState> {
  constructor(kind: string) {
    super(kind, 0);
  }
}

/** The process dies at a save: neither that save nor anything after it happens. */
class DyingJobs extends Jobs {
  private left: number;

  constructor(kind: string, saves: number) {
    super(kind);
    this.left = saves;
  }

  override async save(...args: Parameters<Jobs['save']>): Promise<void> {
    await super.save(...args);
    if (this.left === 0) throw new Error('killed');
    this.left -= 1;
  }

  override async release(): Promise<void> {
    throw new Error('killed');
  }
}

async function addJob(jobs: Jobs, ownerId = newId(UserId)) {
  const { manager } = database.dataSource;
  const bankId = newId(QuestionBankId);
  await manager.query('INSERT INTO question_bank VALUES ($1, $2, $3, now())', [bankId, ownerId, 'Bank']);
  const job = {
    id: newId(JobId),
    ownerId,
    idempotencyKey: bankId,
    inputHash: '',
    input: { text, caseSensitive: false },
    state: newImport(bankId),
    traceparent: undefined,
  };
  await jobs.add(manager, job);
  return { id: job.id, bankId, ownerId };
}

function workerOn(jobs: Jobs, onChanged: () => void = () => undefined): ImportWorker {
  return new ImportWorker({ dataSource: database.dataSource, jobs, log, tracer: noTracing.tracer('test'), onChanged });
}

async function claimed(jobs: Jobs) {
  const job = await jobs.claim(database.dataSource.manager);
  if (!job) throw new Error('There is no job to claim.');
  return job;
}

/** Claims a job and works on it until it ends or is interrupted. */
async function runNext(jobs: Jobs): Promise<void> {
  await workerOn(jobs).run(await claimed(jobs), never);
}

async function namesIn(bankId: string): Promise<string[]> {
  const rows: { name: string }[] = await database.dataSource.query(
    `SELECT name FROM question JOIN question_version ON question_id = question.id WHERE bank_id = $1 ORDER BY id`,
    [bankId],
  );
  return rows.map(({ name }) => name);
}

const allNames = Array.from({ length: questionCount }, (_, index) => `Q${index}`);
const stateOf = async (jobs: Jobs, id: JobId) => jobs.find(database.dataSource.manager, id);

describe('an import', () => {
  it.each([0, 1, 2])('whose process dies at portion %i is finished by another, each question once', async (saves) => {
    const kind = `dies at ${saves}`;
    const { id, bankId } = await addJob(new Jobs(kind));
    await expect(runNext(new DyingJobs(kind, saves))).rejects.toThrow('killed');
    expect(await namesIn(bankId)).toHaveLength(saves * 250);
    expect(await stateOf(new Jobs(kind), id)).toMatchObject({ status: 'RUNNING', state: { readCount: saves * 250 } });
    await runNext(new Jobs(kind));
    expect(await namesIn(bankId)).toEqual(allNames);
    expect(await stateOf(new Jobs(kind), id)).toMatchObject({
      status: 'SUCCEEDED',
      error: null,
      state: { totalCount: questionCount, readCount: questionCount, importedCount: questionCount, rejectedCount: 0 },
    });
  });

  it('is stored once, although an instance that lost its claim continues', async () => {
    const jobs = new Jobs('given up');
    const { bankId } = await addJob(jobs);
    const slow = await claimed(jobs);
    await runNext(jobs);
    await workerOn(jobs).run(slow, never);
    expect(await namesIn(bankId)).toEqual(allNames);
  });

  it('is released when the instance stops, and resumed after the stored part', async () => {
    const jobs = new Jobs('stops');
    const { id, bankId } = await addJob(jobs);
    const stopping = new AbortController();
    await workerOn(jobs, () => stopping.abort()).run(await claimed(jobs), stopping.signal);
    expect(await stateOf(jobs, id)).toMatchObject({ status: 'QUEUED', state: { readCount: 250 } });
    const again = await claimed(jobs);
    expect(again.runs).toBe(1);
    await workerOn(jobs).run(again, never);
    expect(await namesIn(bankId)).toEqual(allNames);
  });

  it('is abandoned after crashing too many processes, and reports what was added', async () => {
    const kind = 'poison';
    const { id, bankId } = await addJob(new Jobs(kind));
    await expect(runNext(new DyingJobs(kind, 1))).rejects.toThrow('killed');
    for (let run = 2; run <= mostRuns; run += 1)
      await expect(runNext(new DyingJobs(kind, 0))).rejects.toThrow('killed');
    await runNext(new Jobs(kind));
    expect(await stateOf(new Jobs(kind), id)).toMatchObject({
      status: 'FAILED',
      error:
        'The import failed 5 times after question 250 of the file and will not be retried. 250 questions were added: import the rest in smaller parts.',
    });
    expect(await namesIn(bankId)).toHaveLength(250);
    const [row] = await database.dataSource.query('SELECT input FROM job WHERE id = $1', [id]);
    expect(row.input).toBeNull();
  });

  it('ends if its owner’s rights have changed since it was requested, and reports what was added', async () => {
    const kind = 'rights';
    const { id, bankId, ownerId } = await addJob(new Jobs(kind));
    await expect(runNext(new DyingJobs(kind, 1))).rejects.toThrow('killed');
    await database.dataSource.query('INSERT INTO stale_token VALUES ($1, clock_timestamp())', [ownerId]);
    await runNext(new Jobs(kind));
    expect(await stateOf(new Jobs(kind), id)).toMatchObject({
      status: 'FAILED',
      error: expect.stringMatching(/^Your rights have changed .* 250 questions were added before/),
    });
    expect(await namesIn(bankId)).toHaveLength(250);
    const later = await addJob(new Jobs(kind), ownerId);
    await runNext(new Jobs(kind));
    expect(await stateOf(new Jobs(kind), later.id)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('is retried after an error', async () => {
    const jobs = new Jobs('fault');
    const { id } = await addJob(jobs);
    const job = await claimed(jobs);
    await workerOn(jobs).run({ ...job, state: { ...job.state, bankId: newId(QuestionBankId) } }, never);
    expect(await stateOf(jobs, id)).toMatchObject({ status: 'QUEUED', state: { readCount: 0 } });
    expect(await jobs.claim(database.dataSource.manager)).toBeUndefined();
  });
});

describe('the queue', () => {
  it('runs one job of a person at a time, oldest first, and those of others concurrently', async () => {
    const jobs = new JobTable<ImportInput, ImportState>('queue');
    const { manager } = database.dataSource;
    const first = await addJob(jobs);
    await addJob(jobs, first.ownerId);
    const other = await addJob(jobs);
    const taken = await Promise.all(Array.from({ length: 10 }, () => jobs.claim(manager)));
    expect(taken.flatMap((job) => job?.id ?? []).sort()).toEqual([first.id, other.id].sort());
    const [one] = taken.filter((job) => job?.id === first.id);
    if (!one) throw new Error('The first job was not claimed.');
    await jobs.finish(manager, one, one.state);
    expect((await jobs.claim(manager))?.ownerId).toBe(first.ownerId);
  });
});
