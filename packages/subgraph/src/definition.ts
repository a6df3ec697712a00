import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Viewer } from '@lyceum/auth';
import { type EventEnvelope, topicOf } from '@lyceum/contracts';
import type { EntityClass, MigrationClass } from '@lyceum/database';
import { CreateFeeds1764000000004, type Feed, type OpenFeed, openFeed } from '@lyceum/live';
import { type Consumer, eventMigrations, type Outbox } from '@lyceum/outbox';
import type { Logger, Metrics, RequestScope, Tracer } from '@lyceum/telemetry';
import type { EventSubscription } from '@lyceum/transport';
import type { DocumentNode } from 'graphql';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { mergeResolvers, type ResolverMap } from './merge-resolvers.ts';
import { CreateStaleTokens1764000000002 } from './stale-tokens/create-stale-tokens.ts';
import { staleTokensConsumer } from './stale-tokens/stale-tokens.ts';

/** The context of every resolver, in addition to the services and loaders of its subgraph. */
export interface BaseContext {
  /** Null for an anonymous viewer. */
  readonly viewer: Viewer | null;
  readonly request: RequestScope;
  readonly log: Logger;
}

/** The context of the resolvers of a subgraph. */
export type ContextOf<
  CreateServices extends (...args: never[]) => object,
  CreateLoaders extends (...args: never[]) => object,
> = BaseContext & ReturnType<CreateServices> & { readonly loaders: ReturnType<CreateLoaders> };

/** The dependencies of a subgraph's services. */
export interface Runtime<Environment = unknown> {
  readonly dataSource: DataSource;
  readonly outbox: Outbox;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** For work that no request started: it is traced too. */
  readonly tracer: Tracer;
  readonly environment: Environment;
  /** Opens a feed that the definition names in `feeds`. */
  openFeed<Key extends string, Value>(feed: Feed<Key, Value>): OpenFeed<Key, Value>;
}

/** Tables and consumers shared by several subgraphs, such as those of the roster. */
export interface SubgraphPart {
  readonly entities?: readonly EntityClass[];
  readonly migrations?: readonly MigrationClass[];
  readonly consumers?: readonly Consumer[];
}

/** Background work of a subgraph. */
export interface Background {
  /** Events delivered to every instance immediately. */
  readonly broadcast?: Omit<EventSubscription, 'group'>;
  /** Plain HTTP routes beside `/graphql`, by path; open to anyone who can reach the port. */
  readonly routes?: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** Stops the background work, before the database closes. */
  stop?(): Promise<void>;
}

export interface SubgraphOptions<Services extends object, Loaders extends object, Environment> extends SubgraphPart {
  readonly name: string;
  /** The port of a standalone subgraph if `PORT` is not set. */
  readonly port: number;
  readonly typeDefs: DocumentNode;
  /** The resolvers of each concept. */
  readonly resolvers: readonly ResolverMap[];
  readonly feeds?: readonly Feed<string, unknown>[];
  readonly parts?: readonly SubgraphPart[];
  /** The environment variables of the subgraph in every kind of process; all in upper case. */
  readonly environment?: z.ZodType<Environment>;
  services(runtime: Runtime<Environment>): Services;
  /** The loaders of one request. */
  loaders(runtime: Runtime<Environment>, services: Services, viewer: Viewer | null): Loaders;
  /** Starts background work. */
  background?(runtime: Runtime<Environment>, services: Services): Background | Promise<Background>;
}

/** A running subgraph. */
export interface SubgraphInstance extends Background {
  createContext(base: BaseContext): BaseContext;
}

/** A subgraph as used by programs: start, event tools, tests. */
export interface SubgraphDefinition {
  readonly name: string;
  readonly port: number;
  readonly typeDefs: DocumentNode;
  readonly resolvers: ResolverMap;
  readonly entities: readonly EntityClass[];
  /** Its own and those of its parts; `allMigrations` adds the common ones. */
  readonly migrations: readonly MigrationClass[];
  /** Its own and those of its parts; known without running it, so that operators can replay and rebuild. */
  readonly consumers: readonly Consumer[];
  readonly environment: z.ZodType;
  setup(runtime: Omit<Runtime, 'openFeed'>): Promise<SubgraphInstance>;
}

/** Declares a subgraph; `startSubgraph` runs it: standalone, in the single process, or in a test. */
export function defineSubgraph<Services extends object, Loaders extends object, Environment = unknown>(
  options: SubgraphOptions<Services, Loaders, Environment>,
): SubgraphDefinition {
  const { name, port, typeDefs, feeds = [], parts = [] } = options;
  const all = [options, ...parts];
  return {
    name,
    port,
    typeDefs,
    resolvers: mergeResolvers(typeDefs, options.resolvers),
    entities: all.flatMap(({ entities = [] }) => entities),
    migrations: [
      ...(feeds.length > 0 ? [CreateFeeds1764000000004] : []),
      ...all.flatMap(({ migrations = [] }) => migrations),
    ],
    consumers: all.flatMap(({ consumers = [] }) => consumers),
    environment: options.environment ?? z.object({}),

    async setup(base) {
      const open = new Map<Feed<string, unknown>, OpenFeed<string, unknown>>(
        feeds.map((feed) => [feed, openFeed(feed, base.dataSource.manager)]),
      );
      const runtime = {
        ...base,
        environment: base.environment as Environment,
        openFeed<Key extends string, Value>(feed: Feed<Key, Value>): OpenFeed<Key, Value> {
          const opened = open.get(feed as unknown as Feed<string, unknown>);
          if (!opened) throw new Error(`The feed ${feed.name} is not declared in the feeds of the subgraph ${name}.`);
          return opened as unknown as OpenFeed<Key, Value>;
        },
      };
      const services = options.services(runtime);
      const { broadcast, routes, stop } = (await options.background?.(runtime, services)) ?? {};
      const heard = [
        ...(broadcast ? [broadcast] : []),
        ...[...open].map(([{ topic }, feed]) => ({
          topics: [topic],
          handle: async (envelopes: readonly EventEnvelope[]) => {
            for (const envelope of envelopes) feed.hear(envelope);
          },
        })),
      ];
      return {
        createContext: (context) => ({
          ...services,
          ...context,
          loaders: options.loaders(runtime, services, context.viewer),
        }),
        ...(heard.length > 0 && { broadcast: allOf(heard) }),
        ...(routes && { routes }),
        async stop() {
          for (const feed of open.values()) feed.stop();
          await stop?.();
        },
      };
    },
  };
}

/** Combines subscriptions: each receives the events of its topics. */
export function allOf(heard: readonly NonNullable<Background['broadcast']>[]): NonNullable<Background['broadcast']> {
  return {
    topics: [...new Set(heard.flatMap(({ topics }) => topics))],
    async handle(envelopes) {
      for (const { topics, handle } of heard) {
        const theirs = envelopes.filter(({ type }) => topics.includes(topicOf(type)));
        if (theirs.length > 0) await handle(theirs);
      }
    },
  };
}

/** The migrations of a subgraph's database: the event tables, the common tables, then its own. */
export function allMigrations(definition: { migrations: readonly MigrationClass[] }): readonly MigrationClass[] {
  return [...eventMigrations, CreateStaleTokens1764000000002, ...definition.migrations];
}

/** The consumers of a subgraph: the common ones, then its own. */
export function allConsumers(definition: { consumers: readonly Consumer[] }): readonly Consumer[] {
  return [staleTokensConsumer, ...definition.consumers];
}
