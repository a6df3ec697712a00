import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type LiveSubscription, openLive, send } from '@lyceum/client';

type Variables = Record<string, unknown>;

/** A user of Lyceum's API: over HTTP, and over a socket for subscriptions. */
export class Person {
  private constructor(
    private readonly url: string,
    readonly name: string,
    readonly token: string | undefined,
    readonly userId: string | undefined,
  ) {}

  static anonymous(url: string): Person {
    return new Person(url, 'somebody', undefined, undefined);
  }

  signedIn(name: string, session: { readonly userId: string; readonly accessToken: string }): Person {
    return new Person(this.url, name, session.accessToken, session.userId);
  }

  /** The same person at another address, such as after a restart on another port. */
  at(url: string): this {
    return new Person(url, this.name, this.token, this.userId) as this;
  }

  /**
   * Sends an operation.
   * @throws {Error} with the API's error messages
   */
  async do<Data, Given extends Variables>(document: TypedDocumentNode<Data, Given>, variables: Given): Promise<Data> {
    const { data, errors } = await send(this.url, document, variables, { token: this.token });
    if (errors || !data) throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'no data');
    return data;
  }

  follow<Data, Given extends Variables>(
    document: TypedDocumentNode<Data, Given>,
    variables: Given,
  ): LiveSubscription<Data> {
    return openLive(this.url, document, variables, this.token);
  }
}
