import { operationFromDocument, type Schema, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, print } from 'graphql';
import { BoundedCache } from '../bounded-cache.ts';
import { findFaults, unplannableIntrospection } from './find-faults.ts';
import { withScalars } from './scalars.ts';
import { withoutUnderstoodPurposes } from './security-features.ts';

/** The plan of a subscription: the source of its events, and how each is completed from the other subgraphs. */
export interface SubscriptionPlan {
  readonly primary: SubscriptionNode['primary'];
  /** The query plan of one event: the primary fetch, which has already arrived, and then the rest. */
  readonly event: QueryPlan;
}

/** A supergraph and everything derived from it. Immutable: running operations keep the generation they started with. */
export interface Generation {
  /** The supergraph as committed, including security directives. */
  readonly supergraph: DocumentNode;
  /** The supergraph in the form that `@apollo/gateway` accepts. */
  readonly plannerSdl: string;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** The client API schema, for validation. */
  readonly schema: GraphQLSchema;
  readonly apiSchema: Schema;
  readonly supergraphSchema: GraphQLSchema;
  /** The faults of a document against the schema, with codes for clients; cached per document. */
  validate(document: DocumentNode, options: { readonly introspection: boolean }): readonly GraphQLError[];
  /** @throws {GraphQLError} if the operation selects nothing that a subgraph could push */
  planSubscription(planned: { readonly document: DocumentNode; readonly source: string }): SubscriptionPlan;
}

/** This gateway cannot serve the supergraph. */
export class SupergraphError extends Error {
  override readonly name = 'SupergraphError';
  readonly code = 'SUPERGRAPH_UNUSABLE';
}

/** @throws {SupergraphError} if the SDL is invalid, or requires a feature that the gateway does not support */
export function createGeneration(sdl: string): Generation {
  try {
    return build(sdl);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SupergraphError(`The supergraph cannot be served: ${reason}`, { cause: error });
  }
}

/** Total characters of the subscriptions whose plans are cached. */
const charactersOfPlans = 200_000;

function build(sdl: string): Generation {
  const supergraph = parse(sdl);
  const plannerSdl = print(withoutUnderstoodPurposes(supergraph));
  const planned = Supergraph.build(plannerSdl);
  const apiSchema = planned.apiSchema();
  const schema = withScalars(apiSchema.toGraphQLJSSchema());
  const planner = new QueryPlanner(planned);
  const plans = new BoundedCache<string, SubscriptionPlan>(charactersOfPlans);
  const unplannable = unplannableIntrospection(apiSchema);
  const faults = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  return {
    supergraph,
    plannerSdl,
    subgraphs: planned.subgraphsMetadata(),
    schema,
    apiSchema,
    supergraphSchema: planned.schema.toGraphQLJSSchema(),
    validate(document, options) {
      const known = faults.get(document) ?? findFaults(schema, document, { ...options, unplannable });
      faults.set(document, known);
      return known;
    },
    planSubscription({ document, source }) {
      const build = () => toSubscriptionPlan(planner.buildQueryPlan(operationFromDocument(apiSchema, document)));
      return plans.get(source, build, source.length);
    },
  };
}

function toSubscriptionPlan({ node }: QueryPlan): SubscriptionPlan {
  if (node?.kind !== 'Subscription') {
    throw new GraphQLError('The subscription selects nothing that a subgraph could push.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  const { primary, rest } = node;
  return {
    primary,
    event: { kind: 'QueryPlan', node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary },
  };
}
