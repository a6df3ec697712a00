import { readTogether } from '@lyceum/environment';
import { createLogger } from '@lyceum/telemetry';
import { countParkedRecords, readTransportEnvironment, type TransportEnvironment } from '@lyceum/transport';
import { type DatabasesEnvironment, readDatabasesEnvironment } from '../environment.ts';
import { type Command, readCommand, UsageError } from './arguments.ts';
import { openDatabases } from './databases.ts';
import { showDeadLetters } from './dead-letters.ts';
import { discardDeadLetter } from './discard.ts';
import { findDomains } from './domains.ts';
import { help } from './help.ts';
import { createOperator, type Operator } from './operator.ts';
import { rebuildProjection } from './rebuild.ts';
import { replayDeadLetters } from './replay.ts';

/** The output of a command, line by line. */
export interface Output {
  say(line: string): void;
  complain(line: string): void;
}

/**
 * Runs one command.
 * @param words the command line after `npm run events --`
 * @returns the exit code: 0 success, 1 a failure, 2 an invalid command line
 */
export async function runEvents(
  words: readonly string[],
  output: Output,
  source?: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  try {
    const command = readCommand(words);
    if (command.name === 'help') {
      output.say(help.trimEnd());
      return 0;
    }
    const [where, kafka] = await readTogether<[DatabasesEnvironment, TransportEnvironment]>(
      () => readDatabasesEnvironment(source),
      () => readTransportEnvironment(source),
    );
    const databases = await openDatabases(where, output.complain);
    try {
      const operator = createOperator({
        ...output,
        domains: await findDomains(),
        databases,
        countParkedRecords: () => countParkedRecords(kafka, createLogger('operator', 'silent')),
      });
      return await run(operator, command);
    } finally {
      await databases.close();
    }
  } catch (error) {
    output.complain(explain(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

function run(operator: Operator, command: Exclude<Command, { name: 'help' }>): Promise<number> {
  switch (command.name) {
    case 'dead-letters':
      return showDeadLetters(operator, command.selection, command.json);
    case 'replay':
      return replayDeadLetters(operator, command.selection);
    case 'discard':
      return discardDeadLetter(operator, command);
    case 'rebuild':
      return rebuildProjection(operator, command);
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message} See: npm run events -- --help`;
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? error.message : (error.stack ?? error.message);
}
