import type { Readable } from 'node:stream';

/** The complete text of a body; undefined, with the body aborted, as soon as it exceeds the limit in bytes. */
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
