import { LogTail } from './log-tail.ts';

function reasonOf(...lines: string[]): string {
  const log = new LogTail();
  for (const line of lines) log.add(line);
  return log.reason;
}

test('the reason is the last fatal line, whatever follows it', () => {
  expect(reasonOf('LOG:  starting', 'FATAL:  no space left on device', 'LOG:  database system is shut down')).toBe(
    'FATAL: no space left on device',
  );
});

test('without a fatal line the reason is the last line', () => {
  expect(reasonOf('LOG:  starting', 'sh: postgres: not found', '')).toBe('sh: postgres: not found');
  expect(reasonOf()).toBe('it said nothing');
});

test('keeps the last lines only', () => {
  const log = new LogTail();
  for (let line = 0; line < 1000; line += 1) log.add(`line ${line}`);
  expect(log.includes(/^line 999$/)).toBe(true);
  expect(log.includes(/^line 0$/)).toBe(false);
});
