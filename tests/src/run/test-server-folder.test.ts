import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweepTestServerFolders } from './test-server-folder.ts';

const noProcess = 2 ** 31 - 2;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sweep-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('removes the folders of dead runs, and no others', async () => {
  const dead = `lyceum-test-${noProcess}-aaaaaa`;
  const alive = `lyceum-test-${process.pid}-bbbbbb`;
  const stopping = `lyceum-test-${noProcess}-cccccc`;
  for (const name of [dead, alive, stopping, 'lyceum-test-notes', 'thesis']) {
    await mkdir(join(folder, name, 'postgres'), { recursive: true });
  }
  await writeFile(join(folder, dead, 'postgres/postmaster.pid'), `${noProcess}\n`);
  await writeFile(join(folder, stopping, 'postgres/postmaster.pid'), `${process.pid}\n`);
  await sweepTestServerFolders(folder);
  expect((await readdir(folder)).sort()).toEqual([alive, stopping, 'lyceum-test-notes', 'thesis'].sort());
});
