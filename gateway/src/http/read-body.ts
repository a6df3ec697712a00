import type { IncomingMessage } from 'node:http';

/** The body of a request was longer than what is accepted. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
  constructor(readonly limit: number) {
    super(`The body of a request may have ${limit} bytes at most.`);
  }
}

/** @throws {BodyTooLarge} as soon as the limit is passed; the rest is left unread */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > limit) throw new BodyTooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
