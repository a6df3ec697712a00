export { createTestTokens, type TestTokens, type TestViewer } from './test-tokens.ts';
