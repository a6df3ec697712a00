import type { Readable } from 'node:stream';

/** The whole text of a body; undefined, and the body cut off, as soon as it is longer than so many bytes. */
export async function readText(body: Readable, mostBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Leaving the loop destroys the body.
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
