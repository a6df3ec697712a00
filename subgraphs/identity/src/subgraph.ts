import type { SigningKey } from '@lyceum/auth';
import type { Role } from '@lyceum/contracts';
import { defineSubgraph, loadTypeDefs, respond, type SubgraphDefinition } from '@lyceum/subgraph';
import { accountResolvers } from './account/account.resolvers.ts';
import type { Registration } from './account/account.ts';
import { auditResolvers } from './audit/audit.resolvers.ts';
import { entities, migrations } from './database/index.ts';
import { createLoaders } from './loaders.ts';
import { createServices } from './services.ts';
import { sessionResolvers } from './session/session.resolvers.ts';
import { signInResolvers } from './sign-in/sign-in.resolvers.ts';

export interface IdentityOptions {
  /** Signs access tokens; its public half is served at `/.well-known/jwks.json`. */
  readonly signingKey: SigningKey;
  /** The roles with which people may register themselves. */
  readonly openRoles: readonly Role[];
  /** Accounts created at startup if their address has none: the first administrator, demo people. */
  readonly accounts: readonly Registration[];
}

/** Accounts, sessions, and the audit log of sign-ins. */
export function identity(options: IdentityOptions): SubgraphDefinition {
  return defineSubgraph({
    name: 'identity',
    port: 4001,
    typeDefs: loadTypeDefs(new URL('../src/', import.meta.url)),
    resolvers: [accountResolvers, sessionResolvers, signInResolvers, auditResolvers],
    entities,
    migrations,
    services: (runtime) => createServices(runtime, options),
    loaders: createLoaders,
    async background(_runtime, { accountService }) {
      await Promise.all(options.accounts.map((account) => accountService.ensure(account)));
      const keys = { keys: [options.signingKey.publicJwk] };
      return {
        routes: new Map([['/.well-known/jwks.json', (_request, response) => respond(response, 200, keys)]]),
      };
    },
  });
}
