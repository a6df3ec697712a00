import { Closing } from './closing.ts';

describe('what was opened', () => {
  it('is closed in the reverse order, one after the other, once', async () => {
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

  it('is closed whatever fails; the first failure is told at the end', async () => {
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
