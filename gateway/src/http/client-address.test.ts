import type { IncomingMessage } from 'node:http';
import { clientAddress, createAddressReader } from './client-address.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  it.each([
    ['is that of the connection', request('203.0.113.7'), 0, '203.0.113.7'],
    ['is an IPv4 address, also on a socket for both', request('::ffff:203.0.113.7'), 0, '203.0.113.7'],
    ['ignores what clients write where no proxy is trusted', request('203.0.113.7', '198.51.100.1'), 0, '203.0.113.7'],
    ['is what a trusted proxy saw', request('10.0.0.1', '203.0.113.7'), 1, '203.0.113.7'],
    ['is not what the client told the proxy', request('10.0.0.1', '198.51.100.1, 203.0.113.7'), 1, '203.0.113.7'],
    ['is found behind two proxies', request('10.0.0.1', '198.51.100.1, 2001:DB8::7, 10.0.0.2'), 2, '2001:db8::7'],
    ['is that of the proxy where it tells none', request('10.0.0.1'), 1, '10.0.0.1'],
    ['is that of the connection where the proxy tells nonsense', request('10.0.0.1', 'unknown'), 1, '10.0.0.1'],
    ['is IPv4 then as well', request('::ffff:10.0.0.1', 'unknown'), 1, '10.0.0.1'],
  ])('%s', (_what, given, trustedProxies, expected) => {
    expect(clientAddress(given, trustedProxies)).toBe(expected);
  });
});

describe('an unconfigured proxy', () => {
  it('is warned of once', () => {
    const told: unknown[] = [];
    const read = createAddressReader(0, { warn: (line: unknown) => void told.push(line) });
    expect(read(request('10.0.0.1'))).toBe('10.0.0.1');
    expect(told).toEqual([]);
    for (const client of ['203.0.113.7', '203.0.113.8']) expect(read(request('10.0.0.1', client))).toBe('10.0.0.1');
    expect(told).toEqual([expect.stringContaining('TRUSTED_PROXIES')]);
  });

  it('is none where proxies are trusted', () => {
    const read = createAddressReader(1, {
      warn: () => {
        throw new Error('no warning is due');
      },
    });
    expect(read(request('10.0.0.1', '203.0.113.7'))).toBe('203.0.113.7');
  });
});
