import { setTimeout as sleep } from 'node:timers/promises';
import { Deadline } from './deadline.ts';

const forever = () => new Promise<never>(() => undefined);

describe('a deadline', () => {
  it('gives what was waited for in time', async () => {
    const deadline = new Deadline(60_000);
    await expect(deadline.wait('an answer', async () => 42)).resolves.toBe(42);
    deadline.end();
  });

  it('ends every wait when it passes, and says what was waited for at that moment', async () => {
    const deadline = new Deadline(50);
    await deadline.wait('what has come', async () => undefined);
    const waits = [deadline.wait('the audit', forever), deadline.wait('a student', forever)];
    const message =
      /^The trial was ended after 0\.1 s\. It waited for the audit \(for 0\.\d s\) and a student \(for 0\.\d s\)\.$/;
    for (const wait of waits) await expect(wait).rejects.toThrow(message);
    expect(deadline.signal.aborted).toBe(true);
  });

  it('begins nothing after it has passed', async () => {
    const deadline = new Deadline(1);
    await sleep(20);
    let begun = false;
    const late = deadline.wait('too late', async () => {
      begun = true;
    });
    await expect(late).rejects.toThrow('It waited for nothing.');
    expect(begun).toBe(false);
  });

  it('ends its waits where it is ended itself', async () => {
    const deadline = new Deadline(60_000);
    const wait = deadline.wait('the audit', forever);
    deadline.end();
    await expect(wait).rejects.toThrow('the trial is over');
  });
});
