/** The tally in a process of its own, over Kafka. */

import { readLyceumEnvironment } from '@lyceum/cli';
import { runMain } from '@lyceum/environment';
import { createLogger } from '@lyceum/telemetry';
import { connectTransport } from '@lyceum/transport';
import { openTally } from '../tally.ts';

await runMain(async () => {
  const environment = await readLyceumEnvironment();
  const log = createLogger('tally', environment.LOG_LEVEL);
  const { transport, failed } = await connectTransport(environment, { process: 'tally', log });
  const tally = await openTally({
    serverUrl: String(environment.DATABASE_URL),
    prefix: environment.DATABASE_PREFIX,
    transport,
    log,
  });
  process.stdout.write('ready\n');
  return {
    failed,
    async stop() {
      await tally.close();
      await transport.close();
    },
  };
});
