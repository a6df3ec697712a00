import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openLive } from '../../packages/client/dist/index.js';
import { AttemptSubmitted, GradeChanged } from '../../packages/contracts/dist/index.js';
import { openDatabase } from '../../packages/database/dist/index.js';
import { createOutbox } from '../../packages/outbox/dist/index.js';
import { startLyceum } from '../lyceum.mjs';
import { steadily } from './pace.mjs';
import { execute, openSchool } from './school.mjs';
import { countTo } from './statistics.mjs';

const gradeChanged = `subscription ($courseId: ID!, $after: Cursor) {
  gradeChanged(courseId: $courseId, after: $after) { cursor grade { id version percentage } } }`;
const reviewItem = `mutation ($input: ReviewItemInput!) { reviewItem(input: $input) {
  ... on ReviewItemSuccess { attempt { version } } ... on Error { message } } }`;
const feedCursor = 'query ($courseId: ID!) { course(id: $courseId) { grades(first: 1) { feedCursor } } }';

/**
 * 200 events per second, 40 of which are changes of grades with subscribers: a review costs its process some ten
 * statements and as many for the subscribers, and 200 reviews per second would only measure the queue.
 */
const pace = { perSecond: 40, warmUp: 80, counted: 400 };
const othersPerSecond = 160;

/**
 * Milliseconds from the commit that changed a grade to its arrival on an instructor's socket, at a steady rate of
 * reviews: the real product, with each Lyceum in its own process and the client in another. The commit time is
 * PostgreSQL's (`track_commit_timestamp`), the arrival time this process's clock, in whole milliseconds, on the same
 * machine. Only the grade is pushed; names from other subgraphs would cost the gateway two more fetches each.
 * @returns for each setup, `milliseconds` of each change; the `rate` that was `asked` for and the one achieved, in
 * events per second. `inProcess`: one process does everything, and pushes its own writes. `kafka`: one process writes
 * and runs the relay, another one pushes. `foreignRelay`: one process writes, another one runs the relay and pushes.
 */
export async function measureCommitToSocket({ databaseUrl, brokers, prefix, folder }) {
  const databasePrefix = 'bench_live_';
  const settings = {
    ...{ DATABASE_URL: databaseUrl, DATABASE_PREFIX: databasePrefix, LYCEUM_DATA_DIR: `${folder}/lyceum` },
    ...{ KAFKA_BROKERS: '', DEMO_PEOPLE: 'false', LOG_LEVEL: 'error' },
  };
  const address = new URL(databaseUrl);
  address.pathname = `/${databasePrefix}assessment`;
  const times = {};

  const alone = await startLyceum(settings);
  let school;
  try {
    school = await openSchool(alone.url);
    times.inProcess = await measure(school, { write: alone.url, push: alone.url, assessment: address.href });
  } finally {
    await alone.stop();
  }

  const overKafka = { ...settings, KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC_PREFIX: `${prefix}live.` };
  const first = await startLyceum(overKafka);
  try {
    // The first of the two holds the relays' locks.
    const second = await startLyceum(overKafka);
    try {
      times.kafka = await measure(school, { write: first.url, push: second.url, assessment: address.href });
      times.foreignRelay = await measure(school, { write: second.url, push: first.url, assessment: address.href });
    } finally {
      await second.stop();
    }
  } finally {
    await first.stop();
  }
  return times;
}

async function measure({ instructor, courseIds, attempts }, { write, push, assessment }) {
  const { done, add } = countTo(pace.warmUp + pace.counted);
  const feeds = [];
  const arrivals = new Map();
  try {
    for (const courseId of courseIds) {
      const { grades } = await execute(push, instructor, feedCursor, { courseId });
      const variables = { courseId, after: grades.feedCursor };
      const feed = openLive(`${push}/graphql`, gradeChanged, variables, instructor);
      feeds.push(feed);
      takeDown(feed, (id) => {
        arrivals.set(id, Date.now());
        add(1);
      });
    }
    const lost = Promise.race(feeds.map(({ ended }) => ended)).then((reason) => {
      throw new Error(`A subscription ended: ${reason instanceof Error ? reason.message : JSON.stringify(reason)}`);
    });
    const others = await accompany(assessment);
    const reviewed = steadily(pace, (index) => review(write, instructor, attempts[index % attempts.length]));
    const [reviews] = await Promise.race([lost, Promise.all([reviewed, done])]).finally(others.stop);
    const rate = reviews + others.rate();
    const commits = await commitTimes(assessment);
    const counted = commits.filter(({ id }) => arrivals.has(id)).slice(-pace.counted);
    return {
      rate,
      asked: pace.perSecond + othersPerSecond,
      milliseconds: counted.map(({ id, at }) => arrivals.get(id) - at),
    };
  } finally {
    await Promise.all(feeds.map((feed) => feed.close()));
  }
}

/** Background load: events in the same outbox, one per transaction, published by the same relay. */
async function accompany(url) {
  const dataSource = await openDatabase({ url, name: 'bench', entities: [], migrations: [] });
  const outbox = createOutbox(dataSource, () => undefined);
  const [attemptId, examId, courseId, learnerId] = Array.from({ length: 4 }, () => randomUUID());
  const submittedAt = new Date().toISOString();
  const payload = { attemptId, examId, courseId, learnerId, closedBy: 'LEARNER', submittedAt };
  const begin = performance.now();
  let stopped = false;
  let stored = 0;
  let seconds = 0;
  const storing = (async () => {
    while (!stopped) {
      const wait = begin + (stored * 1_000) / othersPerSecond - performance.now();
      if (wait > 0) await sleep(wait);
      stored += 1;
      await outbox.transaction(async ({ append }) => append(AttemptSubmitted, payload, stored));
    }
    seconds = (performance.now() - begin) / 1_000;
  })();
  return {
    rate: () => stored / seconds,
    async stop() {
      stopped = true;
      await storing;
      await dataSource.destroy();
    },
  };
}

/** Records what arrives on a feed, until it is closed. */
async function takeDown(feed, note) {
  for (let open = true; open; ) {
    try {
      const { grade } = (await feed.next()).gradeChanged;
      note(`${grade.id}/${grade.version}`);
    } catch {
      open = false;
    }
  }
}

/** Changes the points of an attempt; reviews of one attempt are sequential. */
function review(url, token, attempt) {
  attempt.reviewed = Promise.resolve(attempt.reviewed).then(async () => {
    attempt.points = attempt.points === '1' ? '2' : '1';
    const { id: attemptId, itemId, points, version: expectedVersion } = attempt;
    const input = { attemptId, itemId, points, expectedVersion };
    attempt.version = (await execute(url, token, reviewItem, { input })).attempt.version;
  });
  return attempt.reviewed;
}

/** The commit time of each change of a grade, in commit order, in milliseconds since 1970. */
async function commitTimes(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT aggregate_id || '/' || version AS id, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS at
       FROM event_log WHERE type = $1 ORDER BY at`,
      [GradeChanged.type],
    );
    return rows;
  } finally {
    await client.end();
  }
}
