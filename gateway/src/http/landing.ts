import type { IncomingMessage, ServerResponse } from 'node:http';
import { explorerHeaders, renderExplorer } from './explorer.ts';
import { respond } from './respond.ts';
import type { Route } from './router.ts';

const productionPage =
  '<!doctype html><title>Lyceum</title><p>This is the GraphQL API of Lyceum: POST operations to /graphql.\n';

export interface LandingPage {
  /** Whether the request comes from a browser rather than a program. */
  isWanted(request: IncomingMessage): boolean;
  answer(request: IncomingMessage, response: ServerResponse): void;
}

/** The page at `/` and `/graphql` for browsers: the explorer in development, one line of text in production. */
export function createLandingPage(options: {
  mode: 'development' | 'production';
  defaultQuery?: string | undefined;
}): LandingPage {
  return {
    isWanted: ({ method, headers, url }) =>
      method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '') && !/[?&]query=/.test(url ?? ''),
    answer(request, response) {
      if (options.mode === 'production') return respond(response, 200, 'text/html; charset=utf-8', productionPage);
      const page = renderExplorer(request.headers.host ?? '', options.defaultQuery);
      respond(response, 200, 'text/html; charset=utf-8', page, explorerHeaders);
    },
  };
}

export function landingRoute(landing: LandingPage): Route {
  return { methods: ['GET', 'HEAD'], handle: (request, response) => landing.answer(request, response) };
}
