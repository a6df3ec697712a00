import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Viewer } from '@lyceum/auth';
import type { EntityClass, MigrationClass } from '@lyceum/database';
import { type Consumer, eventMigrations, type Outbox } from '@lyceum/outbox';
import type { Logger, Metrics, RequestScope, Tracer } from '@lyceum/telemetry';
import type { EventSubscription } from '@lyceum/transport';
import type { DocumentNode, GraphQLScalarType } from 'graphql';
import type { DataSource } from 'typeorm';
import { CreateStaleTokens1764000000002 } from './stale-tokens/create-stale-tokens.ts';
import { staleTokensConsumer } from './stale-tokens/stale-tokens.ts';

/** What every resolver finds in its context; a subgraph adds its services and loaders. */
export interface BaseContext {
  /** Null when nobody is signed in. */
  readonly viewer: Viewer | null;
  readonly request: RequestScope;
  readonly log: Logger;
}

/** What a domain is given to build its services on. */
export interface Runtime {
  readonly dataSource: DataSource;
  readonly outbox: Outbox;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** For what begins by itself, without a request: what it causes then has a trace too. */
  readonly tracer: Tracer;
}

/** A domain at work. */
export interface Domain<Context extends BaseContext> {
  createContext(base: BaseContext): Context;
  /** What every instance wants to hear at once, to wake its live feeds. */
  readonly broadcast?: Omit<EventSubscription, 'group'>;
  /** Plain HTTP beside `/graphql`, by path; open to anyone who reaches the port. */
  readonly routes?: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** Ends what the domain started itself (timers, for instance), before the database closes. */
  stop?(): Promise<void>;
}

export interface SubgraphDefinition<Context extends BaseContext> {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly resolvers: Readonly<Record<string, GraphQLScalarType | Readonly<Record<string, unknown>>>>;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
  /** What it does with other domains' events; known without running it, so that operators can replay and rebuild. */
  readonly consumers?: readonly Consumer[];
  setup(runtime: Runtime): Domain<Context> | Promise<Domain<Context>>;
}

/** Declares a subgraph; `startSubgraph` runs it alone, in the one process, or in a test. */
export function defineSubgraph<Context extends BaseContext>(
  definition: SubgraphDefinition<Context>,
): SubgraphDefinition<Context> {
  return definition;
}

/** The migrations of a subgraph's database: the event tables, what every subgraph keeps, then its own. */
export function allMigrations(definition: { migrations: readonly MigrationClass[] }): readonly MigrationClass[] {
  return [...eventMigrations, CreateStaleTokens1764000000002, ...definition.migrations];
}

/** What a subgraph does with events: what every subgraph does, then its own. */
export function allConsumers(definition: { consumers?: readonly Consumer[] }): readonly Consumer[] {
  return [staleTokensConsumer, ...(definition.consumers ?? [])];
}
