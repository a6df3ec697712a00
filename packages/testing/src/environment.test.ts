import { configuredTestServerUrl, provideTestServerUrl, testServerUrl } from './environment.ts';

test('without a server the error says how to run tests', () => {
  const before = configuredTestServerUrl() ?? '';
  provideTestServerUrl('');
  expect(() => testServerUrl()).toThrow('LYCEUM_TEST_DATABASE_URL is not set: run tests through npm test.');
  provideTestServerUrl(before);
  expect(testServerUrl()).toBe(before);
});
