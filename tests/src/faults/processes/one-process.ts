/** The whole of Lyceum in one process, as `npm start` runs it, and the counter beside it. */

import { launch, readLyceumEnvironment } from '@lyceum/cli';
import { runMain } from '@lyceum/environment';
import { createLogger } from '@lyceum/telemetry';
import { connectTransport } from '@lyceum/transport';
import { openEventCounter } from '../event-counter.ts';

await runMain(async () => {
  const environment = await readLyceumEnvironment();
  const lyceum = await launch(
    environment,
    () => undefined,
    async (...given) => {
      const carried = await connectTransport(...given);
      await openEventCounter({
        serverUrl: String(environment.DATABASE_URL),
        prefix: environment.DATABASE_PREFIX,
        transport: carried.transport,
        log: createLogger('counter', environment.LOG_LEVEL),
      });
      return carried;
    },
  );
  process.stdout.write(`ready ${lyceum.url}\n`);
  return lyceum;
});
