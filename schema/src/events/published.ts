import { z } from 'zod';
import { isSchema, type JsonSchema } from './json-schema.ts';

/** The contract in the files of `schema/events/`. */
export interface EventContract {
  readonly envelope: JsonSchema;
  readonly events: ReadonlyMap<string, PublishedEvent>;
  /** The number of partitions of each topic. */
  readonly partitions: ReadonlyMap<string, number>;
}

export interface PublishedEvent {
  readonly topic: string;
  /** The payload property that is the record's key. */
  readonly key: string;
  readonly payload: JsonSchema;
}

const AsyncApi = z.object({
  channels: z.record(
    z.string(),
    z.object({
      address: z.string(),
      messages: z.record(z.string(), z.unknown()),
      bindings: z.object({ kafka: z.object({ partitions: z.number() }) }),
    }),
  ),
  components: z.object({ messages: z.record(z.string(), z.object({ 'x-key': z.string() })) }),
});

/**
 * Reads a published catalogue.
 * @param read returns the text of a file in `schema/events/`; undefined if it does not exist
 * @returns undefined if there is no catalogue yet
 * @throws {Error} if the files are damaged or inconsistent
 */
export function readContract(read: (file: string) => string | undefined): EventContract | undefined {
  const index = read('asyncapi.json');
  if (index === undefined) return undefined;
  const document = AsyncApi.safeParse(parse('asyncapi.json', index));
  if (!document.success) throw damaged('asyncapi.json', z.prettifyError(document.error));
  const channels = Object.values(document.data.channels);
  const { messages } = document.data.components;

  const schemaIn = (file: string): JsonSchema => {
    const schema = parse(file, read(file) ?? '');
    if (!isSchema(schema)) throw damaged(file, 'it does not contain a schema');
    return schema;
  };
  const events = channels.flatMap(({ address, messages: types }) =>
    Object.keys(types).map((type): [string, PublishedEvent] => {
      const message = messages[type];
      if (!message) throw damaged('asyncapi.json', `it has no message ${type}`);
      return [type, { topic: address, key: message['x-key'], payload: schemaIn(`${type}.json`) }];
    }),
  );
  return {
    envelope: schemaIn('envelope.json'),
    events: new Map(events),
    partitions: new Map(channels.map(({ address, bindings }) => [address, bindings.kafka.partitions])),
  };
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error));
  }
}

function damaged(file: string, why: string): Error {
  return new Error(`schema/events/${file} cannot be read (restore it from git): ${why}`);
}
