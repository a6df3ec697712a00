#!/usr/bin/env node
/** `lyceum <command>`: all programs for operators. */

interface Command {
  readonly what: string;
  /** @returns the exit code; undefined if the process keeps running */
  run(words: readonly string[]): Promise<number | undefined>;
}

const commands: Readonly<Record<string, Command>> = {
  start: {
    what: 'Runs all of Lyceum in one process.',
    async run() {
      const { runStart } = await import('./start/start.ts');
      await runStart();
      return undefined;
    },
  },
  demo: {
    what: 'Runs a demo with a teacher and a student, and checks the results.',
    run: async () => (await import('./demo/run.ts')).runDemo(),
  },
  events: {
    what: 'Lists and replays events that could not be applied, rebuilds projections.',
    async run(words) {
      const { runEvents } = await import('./events/run.ts');
      return runEvents(words, {
        say: (line) => process.stdout.write(`${line}\n`),
        complain: (line) => process.stderr.write(`${line}\n`),
      });
    },
  },
  kafka: {
    what: 'Runs one Kafka broker on this machine, for trying it out.',
    run: async (words) => (await import('./kafka/kafka.ts')).runKafka(words),
  },
};

const [name = 'help', ...words] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) {
  process.exitCode = await command.run(words);
} else {
  const isHelp = ['help', '--help', '-h'].includes(name);
  const lines = Object.entries(commands).map(([each, { what }]) => `  lyceum ${each.padEnd(8)}${what}`);
  const start = isHelp ? 'Lyceum, a self-hosted learning platform.' : `There is no command "${name}".`;
  process[isHelp ? 'stdout' : 'stderr'].write(`${start}\n\n${lines.join('\n')}\n`);
  process.exitCode = isHelp ? 0 : 2;
}
