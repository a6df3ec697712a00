import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDemoEnvironment, readLyceumEnvironment } from '../environment.ts';
import { launch } from '../start/launch.ts';
import { createNarrator } from './steps.ts';
import { playStory } from './story.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `lyceum demo`: runs the demo against a running Lyceum, or starts its own.
 * @returns the exit code
 */
export async function runDemo(): Promise<number> {
  try {
    const { url, times } = readDemoEnvironment();
    if (await isReady(url)) {
      say(`Running the demo against ${url}.`);
      await play(url, times);
    } else {
      say(`Nothing answers at ${url}: starting a separate Lyceum.`);
      await playOnOwn(times);
    }
    return 0;
  } catch (error) {
    process.stderr.write(`✗ ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}

async function play(url: string, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) await playStory(url, createNarrator(say));
  say(`The demo ran${times > 1 ? ` ${times} times` : ''} as expected.`);
}

async function playOnOwn(times: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lyceum-demo-'));
  // If this process is root, PostgreSQL runs as another user, who must be able to enter the folder.
  await chmod(dataDir, 0o711);
  const environment = { PORT: '0', LYCEUM_DATA_DIR: dataDir };
  const lyceum = await launch(await readLyceumEnvironment(environment), () => undefined);
  try {
    await play(lyceum.url, times);
  } finally {
    await lyceum.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(new URL('/health/ready', url))).ok;
  } catch {
    return false;
  }
}
