import { Closing } from './closing.ts';

describe('opened resources', () => {
  it('are closed in reverse order, one at a time, once', async () => {
    const closing = new Closing();
    const closed: string[] = [];
    closing.add(async () => {
      closed.push('database');
    });
    closing.add(async () => {
      await Promise.resolve();
      closed.push('server');
    });
    await Promise.all([closing.close(), closing.close()]);
    await closing.close();
    expect(closed).toEqual(['server', 'database']);
  });

  it('are all closed even if some fail; the first failure is thrown at the end', async () => {
    const closing = new Closing();
    let closed = false;
    closing.add(() => {
      closed = true;
    });
    closing.add(() => Promise.reject(new Error('second')));
    closing.add(() => {
      throw new Error('first');
    });
    await expect(closing.close()).rejects.toThrow('first');
    expect(closed).toBe(true);
  });
});
