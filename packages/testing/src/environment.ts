const testDatabaseUrl = 'LYCEUM_TEST_DATABASE_URL';
const testBrokerServer = 'LYCEUM_TEST_BROKER_SERVER';

/** The server shared by the run, if one is set: by the person who runs the tests, or by the run itself. */
export function configuredTestServerUrl(): string | undefined {
  return process.env[testDatabaseUrl] || undefined;
}

/** Passes the shared server to the workers, which inherit this process's environment. */
export function provideTestServerUrl(url: string): void {
  process.env[testDatabaseUrl] = url;
}

/**
 * The server shared by the run.
 *
 * @throws Error outside a run
 */
export function testServerUrl(): string {
  const url = configuredTestServerUrl();
  if (!url) throw new Error(`${testDatabaseUrl} is not set: run tests through npm test.`);
  return url;
}

/** The brokers configured by the person who runs the tests. */
export function configuredBrokers(): string | undefined {
  return process.env.KAFKA_BROKERS || undefined;
}

/** Passes to the workers the address where they can request the broker shared by the run. */
export function provideTestBrokerServerUrl(url: string): void {
  process.env[testBrokerServer] = url;
}

/** That address, if this is a task of a run that has already started it. */
export function configuredTestBrokerServerUrl(): string | undefined {
  return process.env[testBrokerServer] || undefined;
}

/** @throws Error outside a run */
export function testBrokerServerUrl(): string {
  const url = configuredTestBrokerServerUrl();
  if (!url) throw new Error(`${testBrokerServer} is not set: run tests through npm test.`);
  return url;
}

/** Whether this is an official run, which must not skip any test. */
export function isContinuousIntegration(): boolean {
  return process.env.CI === 'true';
}
