import { startKafkaBroker } from '../broker/start-kafka-broker.ts';

/** Runs a broker until it is killed. */
const [dataDir = ''] = process.argv.slice(2);
const { address } = await startKafkaBroker({ dataDir });
process.stdout.write(`${address}\n`);
