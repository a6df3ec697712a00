import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '@lyceum/environment';
import { readEnvironment, readSigningKey } from './environment.ts';

describe('the environment of a gateway', () => {
  it('needs nothing', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({ port: 4000, host: '127.0.0.1', mode: 'development', dataDir: '.data' });
    expect(environment).toMatchObject({ allowedOrigins: [], subgraphDeadlineMs: 5_000, apollo: undefined });
    expect(environment.supergraphPath).toMatch(/schema\/supergraph\.graphql$/);
  });

  it('names subgraphs, origins and issuers', () => {
    const environment = readEnvironment({
      NODE_ENV: 'production',
      SUBGRAPH_URLS: 'identity=http://identity:4001/graphql, course=http://course:4002/graphql',
      ALLOWED_ORIGINS: 'https://learn.example.org/,https://admin.example.org',
      OIDC_ISSUER: 'https://login.example.org',
      COST_LIMITS: 'STUDENT=500, ADMIN=90000',
      APOLLO_KEY: 'service:x',
      APOLLO_GRAPH_REF: 'x@current',
    });
    expect(environment.mode).toBe('production');
    expect([...environment.subgraphs]).toEqual([
      ['identity', new URL('http://identity:4001/graphql')],
      ['course', new URL('http://course:4002/graphql')],
    ]);
    expect(environment.allowedOrigins).toEqual(['https://learn.example.org', 'https://admin.example.org']);
    expect(environment.external).toEqual({ issuer: 'https://login.example.org', audience: 'lyceum' });
    expect(environment.costLimits).toEqual({ STUDENT: 500, ADMIN: 90_000 });
    expect(environment.apollo).toEqual({ key: 'service:x', graphRef: 'x@current' });
  });

  it('is refused whole where several variables are wrong', () => {
    const read = () =>
      readEnvironment({
        PORT: 'x',
        NODE_ENV: 'prod',
        SUBGRAPH_URLS: 'course',
        APOLLO_KEY: 'k',
        SUBGRAPH_DEADLINE_MS: '0',
      });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/PORT=x(.|\n)*NODE_ENV=prod(.|\n)*"course" is not of the form(.|\n)*SUBGRAPH_DEADLINE_MS=0/);
    expect(() => readEnvironment({ APOLLO_KEY: 'k' })).toThrow('APOLLO_GRAPH_REF is not set');
  });
});

describe("the gateway's signing key", () => {
  it('is made once in the data folder', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'lyceum-gateway-'));
    const environment = readEnvironment({ LYCEUM_DATA_DIR: dataDir });
    const made = await readSigningKey(environment);
    expect((await readSigningKey(environment)).kid).toBe(made.kid);
    const kept = await readFile(join(dataDir, 'keys/gateway.json'), 'utf8');
    await rm(dataDir, { recursive: true });
    expect((await readSigningKey(readEnvironment({ GATEWAY_SIGNING_KEY: kept }))).kid).toBe(made.kid);
  });

  it('is refused without repeating it', async () => {
    const read = (key: string) => readSigningKey(readEnvironment({ GATEWAY_SIGNING_KEY: key }));
    await expect(read('s3cret')).rejects.toThrow('GATEWAY_SIGNING_KEY cannot be used: it is not a JSON object');
    await expect(read('{"kty":"RSA","d":"s3cret"}')).rejects.toThrow(/must be an Ed25519 private key/);
  });
});
