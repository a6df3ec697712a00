import { testServerUrl } from '@lyceum/testing';
import { freePorts, holdPort } from '../harness/free-port.ts';
import { createInstallation, type Installation } from '../harness/installation.ts';
import { killAll, spawnMain } from '../harness/spawned.ts';

const password = 'geheim-4711';
let installation: Installation;

beforeAll(async () => {
  installation = await createInstallation(testServerUrl());
});
afterAll(async () => {
  await killAll();
  await installation.remove();
});

/** The output of a start on the test server with changed environment variables. */
async function failWith(changes: Readonly<Record<string, string>>): Promise<string> {
  const spawned = spawnMain('cli/dist/lyceum.js', { ...installation.settings, ...changes }, ['start']);
  expect(await spawned.ended).toEqual({ code: 1, signal: null });
  const said = spawned.stderr();
  expect(`${spawned.stdout()}${said}`).not.toMatch(new RegExp(`${password}|^ +at |Error:`, 'm'));
  return said;
}

const embedded = { DATABASE_URL: '' };
const elsewhere = (address: string) => ({ DATABASE_URL: address });

describe('a start that fails gives the reason in one sentence', () => {
  it('if the port is taken', async () => {
    const { port, release } = await holdPort();
    try {
      expect(await failWith({ PORT: String(port) })).toBe(
        `Port ${port} on 127.0.0.1 is taken: stop what uses it, or set PORT to another.\n`,
      );
    } finally {
      await release();
    }
  });

  it.each([
    [
      'with an embedded database',
      embedded,
      'The data folder /dev/null/x cannot be written (a part of the path is a file)',
    ],
    ['with a database elsewhere', {}, 'The keys cannot be kept in /dev/null/x/keys (ENOTDIR)'],
  ])('if the data folder cannot be written, %s', async (_where, settings, fault) => {
    expect(await failWith({ ...settings, LYCEUM_DATA_DIR: '/dev/null/x' })).toMatch(
      new RegExp(`^${fault.replace(/[()]/g, '\\$&')}; .* LYCEUM_DATA_DIR\\.\n$`),
    );
  });

  it('if DATABASE_URL is not a PostgreSQL URL', async () => {
    expect(await failWith(elsewhere(`mysql://lyceum:${password}@localhost/lyceum`))).toBe(
      `The environment is wrong:
  DATABASE_URL: it starts with "mysql:", not with "postgres:"; it should look like postgres://user:password@host:5432/database.
`,
    );
  });

  it('if the host of DATABASE_URL is unknown', async () => {
    expect(await failWith(elsewhere(`postgres://lyceum:${password}@db.invalid/lyceum`))).toBe(
      'The host "db.invalid" of postgres://lyceum@db.invalid/lyceum is not known; check DATABASE_URL.\n',
    );
  });

  it('if no server answers at DATABASE_URL', async () => {
    const { port, release } = await holdPort();
    await release();
    const address = `postgres://lyceum@127.0.0.1:${port}/lyceum`;
    expect(await failWith(elsewhere(address.replace('lyceum@', `lyceum:${password}@`)))).toBe(
      `No PostgreSQL answers at ${address} (ECONNREFUSED); start it or check DATABASE_URL.\n`,
    );
  });

  it('if the server refuses the password of DATABASE_URL', async () => {
    const url = new URL(testServerUrl());
    url.password = password;
    const shown = new URL(url);
    shown.password = '';
    expect(await failWith(elsewhere(url.href))).toBe(
      `PostgreSQL refused the password of user "${url.username}" at ${shown.href}; check DATABASE_URL.\n`,
    );
  });

  it('if a key is invalid, without printing it', async () => {
    expect(await failWith({ IDENTITY_SIGNING_KEY: password })).toMatch(
      /^IDENTITY_SIGNING_KEY cannot be used: it is not a JSON object\n$/,
    );
  });

  it('if no Kafka broker answers', async () => {
    const [port] = await freePorts(1);
    expect(await failWith({ KAFKA_BROKERS: `127.0.0.1:${port}` })).toMatch(/^[^\n]*Kafka[^\n]*127\.0\.0\.1[^\n]*\n$/);
  });

  it('for all invalid variables at once', async () => {
    const said = await failWith({
      PORT: '99999',
      DATABASE_URL: `postgres://lyceum:${password}`,
      DATABASE_PREFIX: 'Lyceum-',
      DEMO_PEOPLE: 'perhaps',
      KAFKA_BROKERS: 'localhost',
      LOG_LEVEL: 'loud',
      ADMIN_EMAIL: 'nobody',
      ADMIN_PASSWORD: 'short',
    });
    const [title, ...faults] = said.trimEnd().split('\n');
    expect(title).toBe('The environment is wrong:');
    expect(faults.map((fault) => /^ {2}(\w+)/.exec(fault)?.[1]).sort()).toEqual([
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
      'DATABASE_PREFIX',
      'DATABASE_URL',
      'DEMO_PEOPLE',
      'KAFKA_BROKERS',
      'LOG_LEVEL',
      'PORT',
    ]);
  });
});
