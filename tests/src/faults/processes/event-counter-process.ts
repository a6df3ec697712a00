/** The counter in a process of its own, over Kafka. */

import { readLyceumEnvironment } from '@lyceum/cli';
import { runMain } from '@lyceum/environment';
import { createLogger } from '@lyceum/telemetry';
import { connectTransport } from '@lyceum/transport';
import { openEventCounter } from '../event-counter.ts';

await runMain(async () => {
  const environment = await readLyceumEnvironment();
  const log = createLogger('counter', environment.LOG_LEVEL);
  const { transport, failed } = await connectTransport(environment, { process: 'counter', log });
  const counter = await openEventCounter({
    serverUrl: String(environment.DATABASE_URL),
    prefix: environment.DATABASE_PREFIX,
    transport,
    log,
  });
  process.stdout.write('ready\n');
  return {
    failed,
    async stop() {
      await counter.close();
      await transport.close();
    },
  };
});
