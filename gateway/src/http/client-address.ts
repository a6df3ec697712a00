import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Logger } from '@lyceum/telemetry';

/**
 * The network address of a client. Behind proxies it is the address that the outermost trusted proxy saw: entries
 * further left in `X-Forwarded-For` can be forged.
 * @param trustedProxies number of the installation's own proxies in front of the gateway; 0 ignores the header
 * @example clientAddress(request, 1) // '203.0.113.7'
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string | undefined {
  const { remoteAddress } = request.socket;
  if (trustedProxies === 0) return plain(remoteAddress);
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const seen = [...forwarded.map((address) => address.trim()), remoteAddress ?? ''];
  return plain(seen[Math.max(0, seen.length - 1 - trustedProxies)]) ?? plain(remoteAddress);
}

/**
 * Reads the addresses of clients, and warns once if there seems to be an unconfigured proxy in front of the gateway.
 */
export function createAddressReader(
  trustedProxies: number,
  log: Pick<Logger, 'warn'>,
): (request: IncomingMessage) => string | undefined {
  let isTold = trustedProxies > 0;
  return (request) => {
    if (!isTold && request.headers['x-forwarded-for'] !== undefined) {
      isTold = true;
      log.warn(
        'A request has an X-Forwarded-For header. If there is a proxy in front of the gateway, set TRUSTED_PROXIES: otherwise all clients count as one.',
      );
    }
    return clientAddress(request, trustedProxies);
  };
}

/** Normalizes an IPv4 address, even in the IPv6 form of a dual-stack socket; undefined for an invalid address. */
function plain(address = ''): string | undefined {
  const written = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(written) ? written.toLowerCase() : undefined;
}
