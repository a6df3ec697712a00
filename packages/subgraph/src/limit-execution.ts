import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isIntrospectionType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { currentRun, type OperationRun, valuesIn } from './operation-run.ts';
import { countSelectedFields } from './selected-fields.ts';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * Makes every resolver of a schema count its results, and resolve nothing after its operation has ended: the caller
 * already has its answer, and the rest is left to the garbage collector. Modifies the schema in place; resolvers set
 * later are not covered.
 *
 * No resolver fails synchronously: if one item of a list did, graphql-js would drop the promises of the items before
 * it, and a rejection of one of those would be unhandled and end the process.
 */
export function limitExecution(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = limited(field.resolve ?? defaultFieldResolver, field.type);
    }
  }
  return schema;
}

function limited(resolve: Resolver, type: GraphQLOutputType): Resolver {
  const isRequired = isNonNullType(type);
  const isLeaf = isLeafType(getNamedType(type));
  const fieldsOfEach = (info: GraphQLResolveInfo) => (isLeaf ? 0 : countSelectedFields(info));
  return (source, args, context, info) => {
    const run = currentRun();
    if (run?.endedBy) return run.never;
    try {
      const value: unknown = resolve(source, args, context, info);
      if (isPromise(value)) return run ? countLater(run, value, fieldsOfEach(info)) : value;
      run?.count(value, fieldsOfEach(info));
      if (run?.endedBy) return run.never;
      // Null would fail synchronously here, like an error.
      return isRequired && (value === null || value === undefined) ? Promise.resolve(value) : value;
    } catch (error) {
      run?.countError();
      return Promise.reject(error);
    }
  };
}

async function countLater(run: OperationRun, value: Promise<unknown>, fieldsOfEach: number): Promise<unknown> {
  try {
    const answered = await value;
    const turn = run.turns.take(1 + valuesIn(answered, fieldsOfEach));
    if (turn) await turn;
    run.count(answered, fieldsOfEach);
    return run.endedBy ? run.never : answered;
  } catch (error) {
    run.countError();
    throw error;
  }
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | null | undefined)?.then === 'function';
}
