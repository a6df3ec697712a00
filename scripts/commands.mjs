import { spawn } from 'node:child_process';

/** Variables of npm, git and the person's shell that refer to another folder, server or run. */
const foreign =
  /^(npm_|GIT_|INIT_CWD$|JEST_|NODE_OPTIONS$|NODE_ENV$|DATABASE_|KAFKA_|OTEL_|HOST$|PORT$|LYCEUM_(?!TEST_DATABASE_URL$)|SCHEMA_BASE$)/;

/** Runs commands in a folder, each in its own process group, so that its children can be stopped too. */
export class Commands {
  #running = new Set();
  #ended = false;

  constructor(folder, temporary) {
    const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
    this.folder = folder;
    this.environment = { ...Object.fromEntries(inherited), TMPDIR: temporary, FORCE_COLOR: '0', CI: 'true' };
  }

  /** Starts a command. Its standard input is empty, its output goes to `onOutput`. */
  start(command, { environment = {}, onOutput = () => {} } = {}) {
    if (this.#ended) throw new Error('Interrupted.');
    const [file, ...words] = command;
    const child = spawn(file, words, {
      cwd: this.folder,
      env: { ...this.environment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const exit = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, signal) => resolve(code ?? signal));
    }).finally(() => this.#running.delete(entry));
    const entry = { child, exit };
    this.#running.add(entry);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
    return entry;
  }

  /**
   * Runs a command until it exits.
   * @returns what it printed
   * @throws {Error} with its output, if it does not exit with 0
   */
  async run(...command) {
    let output = '';
    const code = await this.start(command, { onOutput: (text) => (output += text) }).exit;
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
    return output;
  }

  /** Stops all running commands, and refuses to start more. */
  async end() {
    this.#ended = true;
    await Promise.all(
      [...this.#running].map(({ child, exit }) => {
        if (child.pid !== undefined) signal(child.pid);
        return exit;
      }),
    );
  }
}

function signal(group) {
  try {
    process.kill(-group, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
