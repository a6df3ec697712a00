/** Of the whole repository, or of what a pattern names; `npm test` runs each workspace apart. One PostgreSQL serves all suites of a run. */
export default {
  testEnvironment: 'node',
  roots: [
    '<rootDir>/cli',
    '<rootDir>/tests',
    '<rootDir>/packages',
    '<rootDir>/subgraphs',
    '<rootDir>/gateway',
    '<rootDir>/schema',
  ],
  testMatch: ['**/src/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  globalSetup: '<rootDir>/tests/src/run/global-setup.ts',
  globalTeardown: '<rootDir>/tests/src/run/global-teardown.ts',
  testSequencer: '<rootDir>/scripts/jest-sequencer.mjs',
  reporters: ['default', '<rootDir>/scripts/jest-count-reporter.mjs'],
  testTimeout: 30_000,
  maxWorkers: 2,
};
