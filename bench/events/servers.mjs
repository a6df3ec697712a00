import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../packages/database/dist/index.js';
import { startKafkaBroker } from '../../packages/transport/dist/index.js';

/**
 * Runs work with a PostgreSQL that tracks commit timestamps, and a Kafka broker: that of KAFKA_BROKERS, or one started
 * from jars. Stops and removes both; on external brokers, removes the topics of this run.
 */
export async function withServers(work) {
  const folder = mkdtempSync(`${tmpdir()}/lyceum-bench-`);
  // If this process is root, PostgreSQL runs as another user, who must be able to enter the folder.
  chmodSync(folder, 0o711);
  const started = [];
  try {
    const postgres = await startPostgres(`${folder}/postgres`);
    started.push(postgres);
    const configured = process.env.KAFKA_BROKERS?.split(',');
    const broker = configured ? undefined : await startKafkaBroker({ dataDir: `${folder}/kafka`, onProgress: say });
    if (broker) started.push(broker);
    const brokers = configured ?? [broker.address];
    const prefix = `bench.${randomUUID().slice(0, 8)}.`;
    if (configured) started.push({ stop: () => deleteTopics(brokers, prefix) });
    return await work({ databaseUrl: postgres.url, brokers, prefix, folder });
  } finally {
    for (const server of started.reverse()) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

async function startPostgres(dataDir) {
  const first = await startEmbeddedPostgres({ dataDir });
  const client = new pg.Client({ connectionString: first.url });
  await client.connect();
  await client.query('ALTER SYSTEM SET track_commit_timestamp = on');
  await client.query('ALTER SYSTEM SET max_connections = 200');
  await client.end();
  await first.stop();
  return startEmbeddedPostgres({ dataDir });
}

async function deleteTopics(brokers, prefix) {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
  if (topics.length > 0) await admin.deleteTopics({ topics });
  await admin.disconnect();
}
