import type { TopicSettings } from '@lyceum/contracts';
import { type JsonSchema, propertiesOf } from './json-schema.ts';

/** An event in the document. */
export interface DescribedEvent {
  readonly type: string;
  readonly topic: string;
  /** The payload property that is the record's key. */
  readonly key: string;
  readonly schema: JsonSchema;
}

const contentType = 'application/cloudevents+json';
const bindingVersion = '0.5.0';

/**
 * The AsyncAPI 3.0.0 document of all topics. It refers to `envelope.json` and `<type>.json` in the same folder.
 * @param version the platform's version
 */
export function asyncApiDocument(
  events: readonly DescribedEvent[],
  topics: readonly TopicSettings[],
  version: string,
): JsonSchema {
  const eventsOf = (topic: string) => events.filter((event) => event.topic === topic);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Lyceum events',
      version,
      description:
        'The events between the domains of Lyceum. A topic contains all events of one kind of aggregate, in order per aggregate. ' +
        'An event can be delivered more than once. Ignore unknown types and properties.',
    },
    defaultContentType: contentType,
    channels: mapOf(topics, ({ name, partitions, retentionMs }) => [
      name,
      {
        address: name,
        messages: mapOf(eventsOf(name), ({ type }) => [type, reference('components', 'messages', type)]),
        bindings: {
          kafka: { partitions, topicConfiguration: { 'retention.ms': retentionMs }, bindingVersion },
        },
      },
    ]),
    operations: mapOf(topics, ({ name }) => [
      `${name}.send`,
      {
        action: 'send',
        channel: reference('channels', name),
        tags: [{ name: name.slice(0, name.indexOf('.')), description: 'The sending domain.' }],
        messages: eventsOf(name).map(({ type }) => reference('channels', name, 'messages', type)),
      },
    ]),
    components: {
      messages: mapOf(events, (event) => [event.type, messageOf(event)]),
      correlationIds: {
        request: {
          description: 'The id of the request that caused the event.',
          location: '$message.payload#/correlationid',
        },
      },
    },
  };
}

function messageOf({ type, key, schema }: DescribedEvent): JsonSchema {
  return {
    name: type,
    title: schema.title,
    summary: schema.description,
    contentType,
    correlationId: reference('components', 'correlationIds', 'request'),
    payload: {
      allOf: [
        { $ref: './envelope.json' },
        { type: 'object', properties: { type: { const: type }, data: { $ref: `./${type}.json` } } },
      ],
    },
    bindings: { kafka: { key: propertiesOf(schema)[key], bindingVersion } },
    'x-key': key,
  };
}

function reference(...path: string[]): { $ref: string } {
  return { $ref: `#/${path.join('/')}` };
}

function mapOf<Item>(items: readonly Item[], entry: (item: Item) => [string, JsonSchema]): JsonSchema {
  return Object.fromEntries(items.map(entry));
}
