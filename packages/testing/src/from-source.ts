import { fileURLToPath } from 'node:url';

/**
 * Node options with which a process runs the sources, as in jest.
 * @example spawn(process.execPath, [...fromSource, 'consumer.ts'])
 */
export const fromSource: readonly string[] = [
  '--import',
  fileURLToPath(new URL('../src/source-loader.mjs', import.meta.url)),
  '--conditions=source',
];
