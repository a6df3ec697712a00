import { GraphQLError } from 'graphql';
import type { SomeError } from '../errors.ts';

/** A subscription could not start, or ended, with errors for the client. */
export class SubscriptionFailed extends Error {
  override readonly name = 'SubscriptionFailed';
  constructor(readonly errors: readonly SomeError[]) {
    super(errors.map((error) => error.message).join('; '));
  }

  /** One error that carries all of them through graphql-ws, which accepts only instances; see `failureIn`. */
  asGraphQLError(): GraphQLError {
    return new GraphQLError(this.message, { originalError: this });
  }
}

/** The failure carried by an error of graphql-ws. */
export function failureIn(error: GraphQLError): SubscriptionFailed | undefined {
  return error.originalError instanceof SubscriptionFailed ? error.originalError : undefined;
}
