import { jest } from '@jest/globals';
import { newId, UserId } from '@lyceum/contracts';
import { SignJWT } from 'jose';
import {
  createRequestVerifier,
  createTokenVerifier,
  generateSigningKey,
  publicKeys,
  type RequestVerifier,
  type SignedOperation,
  type SigningKey,
  signAccessToken,
  signRequest,
} from './index.ts';

const operation: SignedOperation = {
  query: 'query Course($id: ID!) { course(id: $id) { title } }',
  operationName: 'Course',
  variables: { id: '1', filter: { open: true } },
};
let key: SigningKey;
let verifier: RequestVerifier;

beforeAll(async () => {
  key = await generateSigningKey();
});
beforeEach(() => {
  verifier = createRequestVerifier({ subgraph: 'course', keys: publicKeys([key]) });
});
afterEach(() => {
  jest.useRealTimers();
});

const invalid = { name: 'AuthenticationError', code: 'UNAUTHENTICATED', reason: 'SIGNATURE_INVALID' };

function setClock(time: Date): void {
  jest.useFakeTimers({ now: time, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] });
}

describe('the gateway’s signature', () => {
  it('opens the subgraph to the operation, once', async () => {
    const signature = await signRequest(key, 'course', operation);
    await expect(verifier.verify(signature, operation)).resolves.toBeUndefined();
    await expect(verifier.verify(signature, operation)).rejects.toMatchObject(invalid);
  });

  it('has one winner when it is used by several at once', async () => {
    const signature = await signRequest(key, 'course', operation);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => verifier.verify(signature, operation)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is another one for every request, so that equal operations may follow each other', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await verifier.verify(await signRequest(key, 'course', operation), operation);
    }
  });

  it('is the same whether an absent value is omitted or null', async () => {
    const { query } = operation;
    const signature = await signRequest(key, 'course', { query });
    await verifier.verify(signature, { query, operationName: null, variables: null });
  });

  it('is not good for another subgraph', async () => {
    const signature = await signRequest(key, 'identity', operation);
    await expect(verifier.verify(signature, operation)).rejects.toMatchObject(invalid);
  });

  it.each<[string, Partial<SignedOperation>]>([
    ['query', { query: 'mutation { deleteCourse(id: 1) }' }],
    ['variables', { variables: { id: '2', filter: { open: true } } }],
    ['variables further down', { variables: { id: '1', filter: { open: false } } }],
    ['missing variables', { variables: null }],
    ['operation name', { operationName: 'Other' }],
  ])('does not fit changed %s, and is not used up by the attempt', async (_part, change) => {
    const signature = await signRequest(key, 'course', operation);
    await expect(verifier.verify(signature, { ...operation, ...change })).rejects.toMatchObject(invalid);
    await expect(verifier.verify(signature, operation)).resolves.toBeUndefined();
  });

  it('is asked for where it is missing', async () => {
    for (const missing of [undefined, '']) {
      await expect(verifier.verify(missing, operation)).rejects.toMatchObject({ reason: 'SIGNATURE_MISSING' });
    }
  });

  it('ends after 30 seconds; five more are allowed for clocks that differ', async () => {
    const signedAt = new Date('2026-03-01T10:00:00Z');
    setClock(signedAt);
    const [first, second] = [await signRequest(key, 'course', operation), await signRequest(key, 'course', operation)];
    setClock(new Date(signedAt.getTime() + 29_000));
    await expect(verifier.verify(first, operation)).resolves.toBeUndefined();
    setClock(new Date(signedAt.getTime() + 36_000));
    await expect(verifier.verify(second, operation)).rejects.toMatchObject(invalid);
  });

  it('may not come from the future', async () => {
    const now = new Date('2026-03-01T10:00:00Z');
    setClock(new Date(now.getTime() + 60_000));
    const signature = await signRequest(key, 'course', operation);
    setClock(now);
    await expect(verifier.verify(signature, operation)).rejects.toMatchObject(invalid);
  });

  it('may not live longer than 30 seconds, whatever it says of itself', async () => {
    const signedAt = new Date('2026-03-01T10:00:00Z');
    setClock(signedAt);
    const signature = await signRequest(key, 'course', operation);
    const payload = JSON.parse(Buffer.from(String(signature.split('.')[1]), 'base64url').toString());
    const longLived = await new SignJWT({ ...payload, exp: payload.exp + 3_600 })
      .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'lyceum-request+jwt' })
      .sign(key.privateKey);
    setClock(new Date(signedAt.getTime() + 60_000));
    await expect(verifier.verify(longLived, operation)).rejects.toMatchObject(invalid);
  });

  it('must be of the gateway’s key', async () => {
    const forger = await generateSigningKey();
    for (const kid of [forger.kid, key.kid]) {
      const signature = await signRequest({ ...forger, kid }, 'course', operation);
      await expect(verifier.verify(signature, operation)).rejects.toMatchObject(invalid);
    }
  });

  it('is not a user’s access token, nor the other way round, even where one key signs both', async () => {
    const { token } = await signAccessToken(key, { userId: newId(UserId), role: 'ADMIN' }, new Date());
    await expect(verifier.verify(token, operation)).rejects.toMatchObject(invalid);
    const tokens = createTokenVerifier({ keys: publicKeys([key]) });
    const signature = await signRequest(key, 'lyceum', operation);
    await expect(tokens.verify(signature)).rejects.toMatchObject({ reason: 'TOKEN_INVALID' });
  });

  it('is not reported as invalid while the gateway’s keys are unreachable', async () => {
    const unreachable = createRequestVerifier({
      subgraph: 'course',
      keys: publicKeys(new URL('http://127.0.0.1:1/.well-known/gateway-jwks.json')),
    });
    const failure = unreachable.verify(await signRequest(key, 'course', operation), operation);
    await expect(failure).rejects.not.toMatchObject({ name: 'AuthenticationError' });
  });
});

describe('signatures that were used', () => {
  it('are forgotten when they have expired, and only then', async () => {
    const start = new Date('2026-03-01T10:00:00Z').getTime();
    const deleted = jest.spyOn(Map.prototype, 'delete');
    try {
      setClock(new Date(start));
      const first = await signRequest(key, 'course', operation);
      await verifier.verify(first, operation);
      for (let second = 0; second <= 35; second += 5) {
        setClock(new Date(start + second * 1_000));
        deleted.mockClear();
        await verifier.verify(await signRequest(key, 'course', operation), operation);
        expect(deleted).not.toHaveBeenCalledWith(jtiOf(first));
      }
      setClock(new Date(start + 36_000));
      await expect(verifier.verify(first, operation)).rejects.toMatchObject(invalid);
      await verifier.verify(await signRequest(key, 'course', operation), operation);
      expect(deleted).toHaveBeenCalledWith(jtiOf(first));
    } finally {
      deleted.mockRestore();
    }
  });
});

function jtiOf(signature: string): string {
  return JSON.parse(Buffer.from(String(signature.split('.')[1]), 'base64url').toString()).jti;
}
