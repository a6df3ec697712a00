import { runAlone } from '@lyceum/subgraph';
import { identityOptions, readIdentityEnvironment } from './environment.ts';
import { identity } from './subgraph.ts';

await runAlone(async () => {
  const options = await identityOptions(readIdentityEnvironment());
  return { definition: identity(options), ownKey: options.signingKey };
});
