/**
 * `node --import '…/failpoints.mjs?control=FILE' main.js`: kills the process by SIGKILL at a named point, once it has been armed.
 * FILE holds `POINT HITS`; SIGUSR2 arms: the process dies the HITS-th time that it comes to that point. Points are told by the
 * statements that go to PostgreSQL, so that the product knows nothing of this.
 */
import { readFileSync } from 'node:fs';
import pg from 'pg';

const control = new URL(import.meta.url).searchParams.get('control');
let armed;
process.on('SIGUSR2', () => {
  const [point, hits] = readFileSync(control, 'utf8').split(' ');
  armed = { point, hits: Number(hits) };
});

function reach(point) {
  if (armed?.point !== point) return;
  armed.hits -= 1;
  if (armed.hits <= 0) process.kill(process.pid, 'SIGKILL');
}

/** What the open transaction of a connection has written. */
const written = new WeakMap();
const { prototype } = pg.Client;
const { query } = prototype;

prototype.query = function (...given) {
  const text = typeof given[0] === 'string' ? given[0] : String(given[0]?.text);
  const kind = written.get(this);
  if (/^\s*(BEGIN|START TRANSACTION)/.test(text)) written.delete(this);
  if (/INSERT INTO outbox/.test(text)) written.set(this, kind ?? 'state');
  if (/INSERT INTO inbox/.test(text)) written.set(this, 'effect');
  if (/^COMMIT/.test(text) && kind) reach(`before-${kind}-commit`);
  if (/^DELETE FROM outbox/.test(text)) reach('after-publish');
  const answer = Reflect.apply(query, this, given);
  if (/^DELETE FROM outbox/.test(text)) reach('at-delete');
  if (/^COMMIT/.test(text) && kind)
    answer.then?.(
      () => reach(`after-${kind}-commit`),
      () => undefined,
    );
  if (/AS outbox\s+JOIN event_log/.test(text)) {
    answer.then?.(
      (result) => {
        if (result.rows.length > 0) reach('before-publish');
      },
      () => undefined,
    );
  }
  return answer;
};
