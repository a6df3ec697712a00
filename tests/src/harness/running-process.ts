import { type Spawned, spawnMain } from './spawned.ts';

/** Lyceum in a separate process, started like `npm start`. */
export interface LyceumProcess extends Spawned {
  readonly url: string;
}

/** Resolves when it is ready. */
export async function startLyceumProcess(settings: Readonly<Record<string, string>>): Promise<LyceumProcess> {
  const spawned = spawnMain('cli/dist/lyceum.js', { PORT: '0', ...settings }, ['start']);
  const [, url = ''] = await spawned.says(/GraphQL +(http\S+)/);
  return { ...spawned, url };
}
