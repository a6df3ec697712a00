import type { Viewer } from '@lyceum/auth';
import { createTestTokens, type TestTokens } from '@lyceum/auth/testing';
import { startTestSubgraph, type TestSubgraph } from '@lyceum/subgraph/testing';
import { requestScope } from '@lyceum/telemetry';
import { identity } from '../index.ts';

export const register = /* GraphQL */ `
  mutation ($input: RegisterInput!) {
    register(input: $input) {
      __typename
      ... on RegisterSuccess { session { userId accessToken refreshToken } deviceToken }
      ... on InvalidInput { field message }
      ... on Error { message }
    }
  }`;
export const login = /* GraphQL */ `
  mutation ($email: EmailAddress!, $password: String!, $deviceToken: String) {
    login(input: { email: $email, password: $password, deviceToken: $deviceToken }) {
      __typename
      ... on LoginSuccess { session { accessToken refreshToken } deviceToken }
      ... on TooManyAttempts { retryAt }
    }
  }`;
export const refresh = /* GraphQL */ `
  mutation ($token: String!, $deviceToken: String) {
    refreshSession(input: { refreshToken: $token, deviceToken: $deviceToken }) {
      __typename
      ... on RefreshSessionSuccess { session { accessToken refreshToken } }
    }
  }`;

export const password = 'correct horse battery';
const admin = { name: 'Root', email: 'root@example.org', password, role: 'ADMIN' as const };

export interface Registered {
  readonly __typename: string;
  readonly session: { readonly userId: string; readonly accessToken: string; readonly refreshToken: string };
  readonly deviceToken: string;
}

interface SessionResult {
  readonly __typename: string;
  readonly session?: { readonly refreshToken: string };
  readonly deviceToken?: string;
}

/** The subgraph with one administrator, and helpers for accounts. */
export interface People {
  readonly tested: TestSubgraph;
  readonly tokens: TestTokens;
  /** People with tokens of another issuer; the token is their name. */
  readonly external: Map<string, Viewer>;
  /** Registers a person with a new address; `input` overrides fields. */
  register(input?: Record<string, unknown>): Promise<{ name: string; email: string; result: Registered }>;
  /** Signs in from a network address. */
  signInFrom(address: string, email: string, password: string, deviceToken?: string): Promise<SessionResult>;
  /** Exchanges a refresh token from a network address. */
  refreshFrom(address: string, token: string, deviceToken?: string): Promise<SessionResult>;
}

export async function startPeople(): Promise<People> {
  const tokens = await createTestTokens();
  const external = new Map<string, Viewer>();
  const definition = identity({
    signingKey: tokens.signingKey,
    openRoles: ['STUDENT', 'INSTRUCTOR'],
    accounts: [admin],
  });
  const verifier = { verify: async (token: string) => external.get(token) ?? tokens.verifier.verify(token) };
  const tested = await startTestSubgraph(definition, { tokens: { ...tokens, verifier }, topics: ['identity.user'] });
  let people = 0;

  /** Runs a mutation for a client with that network address. */
  async function from(
    clientAddress: string,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<SessionResult> {
    const { data, errors } = await tested.subgraph.execute(
      { query, variables },
      { token: undefined, request: requestScope({ clientAddress }) },
    );
    if (!data) throw new Error(`no data: ${JSON.stringify(errors)}`);
    return Object.values(data)[0] as SessionResult;
  }

  return {
    tested,
    tokens,
    external,
    async register(input = {}) {
      people += 1;
      const person = { name: `Person ${people}`, email: `person${people}@example.org`, password, ...input };
      const { data } = await tested.send<{ register: Registered }>(register, { input: person });
      if (!data) throw new Error('no data');
      return { ...person, result: data.register };
    },
    signInFrom: (address, email, guess, deviceToken) => from(address, login, { email, password: guess, deviceToken }),
    refreshFrom: (address, token, deviceToken) => from(address, refresh, { token, deviceToken }),
  };
}
