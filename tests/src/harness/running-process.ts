import { type Spawned, spawnMain } from './spawned.ts';

/** The whole of Lyceum in a process of its own, as `npm start` runs it. */
export interface LyceumProcess extends Spawned {
  readonly url: string;
}

/** Resolves when it is ready. */
export async function startLyceumProcess(settings: Readonly<Record<string, string>>): Promise<LyceumProcess> {
  const spawned = spawnMain('cli/dist/lyceum.js', { PORT: '0', ...settings }, ['start']);
  const [, url = ''] = await spawned.says(/GraphQL +(http\S+)/);
  return { ...spawned, url };
}
