import type { SigningKey } from '@lyceum/auth';
import { respondJson } from './respond.ts';
import type { Route } from './router.ts';

/** `/.well-known/gateway-jwks.json`: the key with which subgraphs verify the gateway's requests. */
export function createGatewayJwks({ publicJwk }: SigningKey): Route {
  return {
    methods: ['GET', 'HEAD'],
    handle: (_request, response) =>
      respondJson(response, 200, { keys: [publicJwk] }, { 'cache-control': 'public, max-age=300' }),
  };
}
