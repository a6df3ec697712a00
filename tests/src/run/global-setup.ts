import { configuredTestBrokerServerUrl } from '../../../packages/testing/src/environment.ts';
import { startTestServers, type TestServers } from './test-servers.ts';

declare global {
  /** Jest loads setup and teardown separately: they share state in the global object. */
  var lyceumTestServers: TestServers | undefined;
}

/** Starts the servers of a run, unless this is a task of a run that has already started them. */
export default async function globalSetup(): Promise<void> {
  if (configuredTestBrokerServerUrl() === undefined) globalThis.lyceumTestServers = await startTestServers();
}
