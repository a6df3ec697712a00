const testDatabaseUrl = 'LYCEUM_TEST_DATABASE_URL';

/** The server that the run shares, if one is named: by the person who runs the tests, or by jest's global setup. */
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
