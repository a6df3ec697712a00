import type { Runtime } from '@lyceum/subgraph';
import { createUserLoader } from './account/account.loader.ts';
import { createAuthenticationEventLoader } from './audit/audit.loader.ts';

/** The loaders of one request. */
export function createLoaders({ dataSource }: Runtime) {
  return {
    users: createUserLoader(dataSource),
    authenticationEvents: createAuthenticationEventLoader(dataSource),
  };
}
