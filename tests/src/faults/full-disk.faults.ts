import { openOneProcessSite } from './one-process-site.ts';
import { prove } from './prove.ts';
import { SharedSite } from './shared-site.ts';
import { mountSmallDisk } from './small-disk.ts';

import { until } from './trial.ts';

const disk = await mountSmallDisk(400);
if (!disk) process.stderr.write('No full disk was tried: this user may not mount one (it takes root, on Linux).\n');

(disk ? describe : describe.skip)('the one process loses and doubles nothing', () => {
  const shared = new SharedSite(() => openOneProcessSite(disk?.path));

  beforeAll(() => shared.open(), 60_000);
  afterAll(async () => {
    await disk?.free();
    await shared.close();
    await disk?.remove();
  }, 60_000);

  it('where the disk of PostgreSQL is full for a while', async () => {
    await prove(shared, 'full disk', 3, async ({ site, told }) => {
      await site.lyceum.ready();
      const before = told.retries;
      await disk?.fill();
      await until('somebody to feel the full disk', async () => told.retries >= before + 5);
      await disk?.free();
    });
  });
});
