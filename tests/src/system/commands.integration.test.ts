import { killAll, type Spawned, spawnMain } from '../harness/spawned.ts';

afterAll(killAll);

async function outcomeOf(spawned: Spawned) {
  const { code } = await spawned.ended;
  return { code, stdout: spawned.stdout(), stderr: spawned.stderr() };
}

describe('the command lyceum', () => {
  it.each([[[]], [['help']], [['--help']]])('lists the commands, given %j', async (words) => {
    const { code, stdout } = await outcomeOf(spawnMain('cli/dist/lyceum.js', {}, words));
    expect(code).toBe(0);
    for (const command of ['start', 'demo', 'events', 'kafka']) expect(stdout).toContain(`lyceum ${command} `);
  });

  it.each(['stop', 'toString'])('refuses an unknown command, and lists the known ones: %s', async (word) => {
    const { code, stdout, stderr } = await outcomeOf(spawnMain('cli/dist/lyceum.js', {}, [word]));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`There is no command "${word}".`);
    expect(stderr).toContain('lyceum start ');
  });
});
