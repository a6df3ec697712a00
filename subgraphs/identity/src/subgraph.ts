import type { SigningKey } from '@lyceum/auth';
import type { Role } from '@lyceum/contracts';
import { defineSubgraph, loadTypeDefs, respond, type SubgraphDefinition } from '@lyceum/subgraph';
import { createUserLoader } from './account/account.loader.ts';
import { AccountService } from './account/account.service.ts';
import type { Registration } from './account/account.ts';
import { countEvents, findEvents } from './audit/audit.repository.ts';
import type { Context } from './context.ts';
import { entities, migrations } from './database/index.ts';
import { resolvers } from './resolvers.ts';
import { SessionService } from './session/session.service.ts';
import { SignInService } from './sign-in/sign-in.service.ts';

export interface IdentityOptions {
  /** Signs access tokens; its public half is served at `/.well-known/jwks.json`. */
  readonly signingKey: SigningKey;
  /** The roles with which people may register themselves. */
  readonly openRoles: readonly Role[];
  /** Accounts that are made at the start where their address has none: the first administrator, demo people. */
  readonly accounts: readonly Registration[];
}

/** Who people are: accounts, sessions, the audit log of signing in. */
export function identity(options: IdentityOptions): SubgraphDefinition<Context> {
  return defineSubgraph<Context>({
    name: 'identity',
    typeDefs: loadTypeDefs(new URL('../src/', import.meta.url)),
    resolvers,
    entities,
    migrations,
    async setup({ dataSource, outbox }) {
      const sessions = new SessionService(dataSource, options.signingKey);
      const signIns = new SignInService(dataSource, sessions);
      const accounts = new AccountService(dataSource, outbox, sessions, signIns, options.openRoles);
      await Promise.all(options.accounts.map((account) => accounts.ensure(account)));
      return {
        createContext: (base) => ({
          ...base,
          accounts,
          sessions,
          signIns,
          users: createUserLoader(dataSource),
          authenticationEvents: {
            find: (userId, page) => findEvents(dataSource.manager, userId, page),
            count: (userId) => countEvents(dataSource.manager, userId),
          },
        }),
        routes: new Map([
          [
            '/.well-known/jwks.json',
            (_request, response) => respond(response, 200, { keys: [options.signingKey.publicJwk] }),
          ],
        ]),
      };
    },
  });
}
