import { fileURLToPath } from 'node:url';

/**
 * What node is told so that a process runs the sources, as jest does.
 * @example spawn(process.execPath, [...fromSource, 'consumer.ts'])
 */
export const fromSource: readonly string[] = [
  '--import',
  fileURLToPath(new URL('../src/source-loader.mjs', import.meta.url)),
  '--conditions=source',
];
