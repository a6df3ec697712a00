export { type TestBroker, testBroker } from './test-broker.ts';
