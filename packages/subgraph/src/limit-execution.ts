import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { currentRun, type OperationRun } from './operation-run.ts';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * Makes every resolver of a schema count what it answers, and resolve nothing any more when its operation has ended: the
 * caller has its answer by then, and the rest is left to the garbage collector. Changes the schema in place; resolvers
 * that are set later are not covered.
 *
 * No resolver fails synchronously any more: where one item of a list does, graphql-js drops the promises of the items
 * before it, and when one of those rejects, nothing handles it and the process ends.
 */
export function limitExecution(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = limited(field.resolve ?? defaultFieldResolver, isNonNullType(field.type));
    }
  }
  return schema;
}

function limited(resolve: Resolver, isRequired: boolean): Resolver {
  return (source, args, context, info) => {
    const run = currentRun();
    if (run?.endedBy) return run.never;
    try {
      const value: unknown = resolve(source, args, context, info);
      if (isPromise(value)) return run ? countLater(run, value) : value;
      run?.count(value);
      if (run?.endedBy) return run.never;
      // Null would fail synchronously here, as an error does.
      return isRequired && (value === null || value === undefined) ? Promise.resolve(value) : value;
    } catch (error) {
      run?.countError();
      return Promise.reject(error);
    }
  };
}

async function countLater(run: OperationRun, value: Promise<unknown>): Promise<unknown> {
  try {
    const answered = await value;
    run.count(answered);
    return run.endedBy ? run.never : answered;
  } catch (error) {
    run.countError();
    throw error;
  }
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | null | undefined)?.then === 'function';
}
