import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The network address of a client. Behind proxies it is the one that the outermost trusted proxy saw: what stands further
 * left in `X-Forwarded-For` anybody could have written.
 * @param trustedProxies how many proxies of the installation's own stand before the gateway; 0 ignores the header
 * @example clientAddress(request, 1) // '203.0.113.7'
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string | undefined {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const seen = [...forwarded.map((address) => address.trim()), request.socket.remoteAddress ?? ''];
  const address = seen[Math.max(0, seen.length - 1 - trustedProxies)] ?? '';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) ? plain.toLowerCase() : request.socket.remoteAddress;
}
