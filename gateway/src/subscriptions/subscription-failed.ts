import { GraphQLError } from 'graphql';
import type { SomeError } from '../errors.ts';

/** A subscription could not begin, or ended, with errors that are the client's to know. */
export class SubscriptionFailed extends Error {
  override readonly name = 'SubscriptionFailed';
  constructor(readonly errors: readonly SomeError[]) {
    super(errors.map((error) => error.message).join('; '));
  }

  /** One error that carries all of them through graphql-ws, which takes instances only; see `failureIn`. */
  asGraphQLError(): GraphQLError {
    return new GraphQLError(this.message, { originalError: this });
  }
}

/** The failure that an error of graphql-ws carries. */
export function failureIn(error: GraphQLError): SubscriptionFailed | undefined {
  return error.originalError instanceof SubscriptionFailed ? error.originalError : undefined;
}
