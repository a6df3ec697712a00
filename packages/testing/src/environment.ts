const testDatabaseUrl = 'LYCEUM_TEST_DATABASE_URL';
const testBrokerServer = 'LYCEUM_TEST_BROKER_SERVER';

/** The server that the run shares, if one is named: by the person who runs the tests, or by the run itself. */
export function configuredTestServerUrl(): string | undefined {
  return process.env[testDatabaseUrl] || undefined;
}

/** Names the shared server to the workers, which inherit this process's environment. */
export function provideTestServerUrl(url: string): void {
  process.env[testDatabaseUrl] = url;
}

/**
 * The server that the run shares.
 *
 * @throws Error outside a run
 */
export function testServerUrl(): string {
  const url = configuredTestServerUrl();
  if (!url) throw new Error(`${testDatabaseUrl} is not set: run tests through npm test.`);
  return url;
}

/** The brokers that the person who runs the tests wants them to use. */
export function configuredBrokers(): string | undefined {
  return process.env.KAFKA_BROKERS || undefined;
}

/** Names to the workers where to ask for the broker that the run shares. */
export function provideTestBrokerServerUrl(url: string): void {
  process.env[testBrokerServer] = url;
}

/** Where to ask for that broker, if this is a task of a run that others have begun. */
export function configuredTestBrokerServerUrl(): string | undefined {
  return process.env[testBrokerServer] || undefined;
}

/** @throws Error outside a run */
export function testBrokerServerUrl(): string {
  const url = configuredTestBrokerServerUrl();
  if (!url) throw new Error(`${testBrokerServer} is not set: run tests through npm test.`);
  return url;
}

/** Whether this is a run that counts: there nothing may be left out. */
export function isContinuousIntegration(): boolean {
  return process.env.CI === 'true';
}
