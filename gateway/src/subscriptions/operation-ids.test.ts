import { OperationIds } from './operation-ids.ts';

let ids: OperationIds;
beforeEach(() => {
  ids = new OperationIds();
});

const incoming = (message: object) => JSON.parse(ids.incoming(JSON.stringify(message)));
const outgoing = (message: object) => {
  const text = ids.outgoing(JSON.stringify(message));
  return text === null ? null : JSON.parse(text);
};

describe('operations of a socket', () => {
  it('have ids of their own, and the client’s in what the client reads', () => {
    expect(incoming({ id: 'a"b', type: 'subscribe', payload: { query: '{a}' } })).toEqual({
      id: '1',
      type: 'subscribe',
      payload: { query: '{a}' },
    });
    expect(outgoing({ id: '1', type: 'next', payload: { data: 1 } })).toEqual({
      id: 'a"b',
      type: 'next',
      payload: { data: 1 },
    });
    expect(outgoing({ id: '1', type: 'complete' })).toEqual({ id: 'a"b', type: 'complete' });
  });

  it('under one id, one after the other, are never confused', () => {
    incoming({ id: 'x', type: 'subscribe' });
    expect(incoming({ id: 'x', type: 'complete' })).toEqual({ id: '1', type: 'complete' });
    expect(incoming({ id: 'x', type: 'subscribe' })).toEqual({ id: '2', type: 'subscribe' });
    for (const type of ['next', 'error', 'complete']) expect(outgoing({ id: '1', type })).toBeNull();
    expect(outgoing({ id: '2', type: 'next' })).toEqual({ id: 'x', type: 'next' });
  });

  it('under one id at the same time share it, so that the server refuses the second', () => {
    incoming({ id: 'x', type: 'subscribe' });
    expect(incoming({ id: 'x', type: 'subscribe' })).toEqual({ id: '1', type: 'subscribe' });
  });

  it.each(['error', 'complete'])('are over with %s, and their id is free', (type) => {
    incoming({ id: 'x', type: 'subscribe' });
    outgoing({ id: '1', type });
    expect(incoming({ id: 'x', type: 'subscribe' })).toEqual({ id: '2', type: 'subscribe' });
  });

  it('that were never opened are completed without a trace', () => {
    expect(incoming({ id: 'x', type: 'complete' })).toEqual({ id: 'none', type: 'complete' });
  });

  it.each(['', '{', '7', 'null', '[]', '{"type":"ping"}', '{"id":7,"type":"subscribe"}'])(
    'are not what this is: %s',
    (text) => {
      expect(ids.incoming(text)).toBe(text);
      expect(ids.outgoing(text)).toBe(text);
    },
  );
});
