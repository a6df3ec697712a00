export {
  configuredBrokers,
  configuredTestBrokerServerUrl,
  configuredTestServerUrl,
  isContinuousIntegration,
  provideTestBrokerServerUrl,
  provideTestServerUrl,
  testBrokerServerUrl,
  testServerUrl,
} from './environment.ts';
export { fromSource } from './from-source.ts';
export { until } from './until.ts';
