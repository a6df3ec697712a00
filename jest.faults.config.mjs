import base from './jest.config.mjs';

/** `npm run test:faults`: what must hold while processes die, brokers vanish and events come twice. */
export default {
  ...base,
  roots: ['<rootDir>/tests'],
  testMatch: ['**/src/faults/*.faults.ts'],
  // Above the time that a trial has (`prove.ts`): no trial may go on behind its test.
  testTimeout: 240_000,
  globalSetup: '<rootDir>/tests/src/faults/jest/global-setup.ts',
  globalTeardown: '<rootDir>/tests/src/faults/jest/global-teardown.ts',
};
