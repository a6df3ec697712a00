import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { currentRun, type OperationRun } from './operation-run.ts';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * Makes every resolver of a schema stop when its operation has ended, and count what it answers. Changes the schema in
 * place; resolvers that are set later are not covered.
 */
export function limitExecution(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) field.resolve = counted(field.resolve ?? defaultFieldResolver);
  }
  return schema;
}

function counted(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const run = currentRun();
    if (!run) return resolve(source, args, context, info);
    run.assertGoingOn();
    const value: unknown = resolve(source, args, context, info);
    return isPromise(value) ? countLater(run, value) : count(run, value);
  };
}

async function countLater(run: OperationRun, value: Promise<unknown>): Promise<unknown> {
  return count(run, await value);
}

function count(run: OperationRun, value: unknown): unknown {
  run.count(value);
  return value;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | null | undefined)?.then === 'function';
}
