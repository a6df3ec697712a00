import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { getDistDirectory, renderAltair } from 'altair-static';
import { respond, respondError } from './respond.ts';
import type { Route } from './router.ts';

const assetsPath = '/explorer/';

const defaultExample = `# Ctrl+Enter runs the operation under the cursor; the schema is on the right.
# A token goes into the header: { "Authorization": "Bearer <access token>" }
query Start {
  __typename
}
`;

/** Loads nothing from elsewhere, so the explorer works offline. */
const securityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self' ws: wss:",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The page of the explorer (Altair), for a gateway reached as `host`. */
export function renderExplorer(host: string, defaultQuery = defaultExample): string {
  return renderAltair({
    baseURL: assetsPath,
    endpointURL: '/graphql',
    subscriptionsEndpoint: /^[\w.:[\]-]+$/.test(host) ? `ws://${host}/graphql` : '/graphql',
    initialSubscriptionRequestHandlerId: 'graphql-ws',
    initialQuery: defaultQuery,
    initialHeaders: { Authorization: '' },
    disableAccount: true,
  });
}

export const explorerHeaders = { 'content-security-policy': securityPolicy, 'cache-control': 'no-store' };

/** `/explorer/…`: the explorer's files. Serves only files in its package. */
export function createExplorerAssets(): readonly [path: string, route: Route] {
  const folder = getDistDirectory();
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in contentTypes)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [assetsPath + relative(folder, file).replaceAll('\\', '/'), file]),
  );
  const route: Route = {
    methods: ['GET', 'HEAD'],
    async handle(request, response) {
      const path = (request.url ?? '').replace(/\?.*$/s, '');
      const file = files.get(path);
      if (!file) return respondError(response, 404, 'NOT_FOUND', `There is nothing at ${path}.`);
      const hashed = /chunk-[A-Z0-9]{8}\.js$/.test(file);
      respond(response, 200, contentTypes[extname(file)] ?? '', await readFile(file), {
        'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      });
    },
  };
  return [assetsPath, route];
}
