import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { fromSource } from '@lyceum/testing';
import { lockFolder } from './lock-folder.ts';

const inUse = { code: 'FOLDER_IN_USE' };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lyceum-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that locks the folder until it is killed. */
async function startHolder() {
  const script = `
    import { lockFolder } from ${JSON.stringify(fileURLToPath(new URL('./lock-folder.ts', import.meta.url)))};
    await lockFolder(process.argv[1]);
    setInterval(() => {}, 1_000);
    console.log('locked');`;
  const child = spawn(process.execPath, [...fromSource, '--input-type=module', '--eval', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

describe('the lock of a folder', () => {
  it('lets nobody else in, however often they try, until it is released', async () => {
    const release = await lockFolder(folder);
    for (let time = 1; time <= 3; time += 1) await expect(lockFolder(folder)).rejects.toMatchObject(inUse);
    await release();
    await (await lockFolder(folder))();
  });

  it('ends with the process that holds it, even by kill -9', async () => {
    const holder = await startHolder();
    await expect(lockFolder(folder)).rejects.toMatchObject(inUse);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await lockFolder(folder))();
  });
});
