import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Selects dead letters; an omitted property matches all. */
export interface Selection {
  readonly subgraph?: string;
  readonly consumer?: string;
  readonly eventId?: string;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'dead-letters'; readonly selection: Selection; readonly json: boolean }
  | { readonly name: 'replay'; readonly selection: Selection }
  | {
      readonly name: 'discard';
      readonly eventId: string;
      readonly consumer: string;
      readonly subgraph?: string;
      readonly confirmed: boolean;
    }
  | { readonly name: 'rebuild'; readonly consumer: string; readonly subgraph?: string };

/** The command line is invalid; the message is one sentence that says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/**
 * Parses the command line after `npm run events --`.
 * @throws {UsageError}
 */
export function readCommand(words: readonly string[]): Command {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || words.includes('--help') || words.includes('-h'))
    return { name: 'help' };
  switch (name) {
    case 'dead-letters': {
      const { values, positionals } = parse(name, rest, { subgraph: text, consumer: text, json: flag }, 1);
      const [eventId] = positionals;
      return { name, selection: select({ ...values, event: eventId }), json: values.json ?? false };
    }
    case 'replay': {
      const { values } = parse(name, rest, { subgraph: text, consumer: text, event: text }, 0);
      return { name, selection: select(values) };
    }
    case 'discard': {
      const { values, positionals } = parse(name, rest, { subgraph: text, consumer: text, yes: flag }, 1);
      const { subgraph, consumer, yes } = values;
      const [eventId] = positionals;
      if (eventId === undefined)
        throw new UsageError('discard requires the id of an event: discard EVENT_ID --consumer NAME.');
      if (consumer === undefined) throw new UsageError('discard requires a consumer: --consumer NAME.');
      return { name, eventId: readEventId(eventId), consumer, ...(subgraph && { subgraph }), confirmed: yes ?? false };
    }
    case 'rebuild': {
      const { values, positionals } = parse(name, rest, { subgraph: text }, 1);
      const [consumer] = positionals;
      if (consumer === undefined) throw new UsageError('rebuild requires the name of a projection: rebuild roster.');
      return { name, consumer, ...(values.subgraph && { subgraph: values.subgraph }) };
    }
    default:
      throw new UsageError(`There is no command "${name}"; there are dead-letters, replay, discard and rebuild.`);
  }
}

function parse<Options extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  args: readonly string[],
  options: Options,
  atMost: number,
) {
  let parsed: ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${command}: ${firstSentence(error)}`, { cause: error });
  }
  const extra = parsed.positionals[atMost];
  if (extra !== undefined) throw new UsageError(`${command} does not accept the argument "${extra}".`);
  return parsed;
}

function select({
  subgraph,
  consumer,
  event,
}: {
  subgraph?: string;
  consumer?: string;
  event?: string | undefined;
}): Selection {
  return {
    ...(subgraph && { subgraph }),
    ...(consumer && { consumer }),
    ...(event && { eventId: readEventId(event) }),
  };
}

function readEventId(given: string): string {
  if (!uuid.test(given)) throw new UsageError(`"${given}" is not an event id, as listed by dead-letters.`);
  return given.toLowerCase();
}

/** Node's message for an unknown option continues with hints that do not apply here. */
function firstSentence(error: unknown): string {
  const { message } = error as Error;
  return `${message.split(/\.(?:\s|$)/)[0]}.`;
}
