import { type OneProcessSite, openOneProcessSite } from './one-process-site.ts';
import { keepResult, seed, soundFindings } from './report.ts';
import { mountSmallDisk } from './small-disk.ts';
import { runTrial, until } from './trial.ts';

const disk = await mountSmallDisk(400);
if (!disk) process.stderr.write('No full disk was tried: this user may not mount one (it takes root, on Linux).\n');

(disk ? describe : describe.skip)('the one process loses and doubles nothing', () => {
  let site: OneProcessSite;

  beforeAll(async () => {
    site = await openOneProcessSite(disk?.path);
  }, 60_000);
  afterAll(async () => {
    await disk?.free();
    await site?.close();
    await disk?.remove();
  }, 60_000);

  it('where the disk of PostgreSQL is full for a while', async () => {
    const result = await runTrial({
      site,
      fault: 'full disk',
      times: 3,
      seed,
      async inject({ told }) {
        await site.lyceum.ready();
        const before = told.retries;
        await disk?.fill();
        await until('somebody to feel the full disk', async () => told.retries >= before + 5);
        await disk?.free();
        return 1;
      },
    });
    keepResult(result);
    expect(result.findings).toEqual(soundFindings);
  }, 180_000);
});
