import { parseArgs } from 'node:util';
import { startKafkaBroker } from '@lyceum/transport';

const say = (line: string) => process.stderr.write(`${line}\n`);

/**
 * `lyceum kafka [--port 9092] [--data .data/kafka]`: runs one Kafka broker on 127.0.0.1, without Docker, until a
 * signal. Needs Java 17; the first start downloads Kafka with Maven.
 * @returns the exit code
 */
export async function runKafka(words: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { port: { type: 'string', default: '9092' }, data: { type: 'string', default: '.data/kafka' } },
    });
    let ready = false;
    const asked = new Promise<undefined>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM']) {
        // Before it is ready there is nothing to finish: started processes end with this one.
        process.on(signal, () => (ready ? resolve(undefined) : process.exit(1)));
      }
    });
    const broker = await startKafkaBroker({ dataDir: values.data, port: Number(values.port), onProgress: say });
    ready = true;
    process.stdout.write(`KAFKA_BROKERS=${broker.address}\n`);
    say('Ready; Ctrl-C stops it.');

    const reason = await Promise.race([asked, broker.ended]);
    await broker.stop();
    if (reason !== undefined) throw new Error(`Kafka exited unexpectedly: ${reason}`);
    return 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
