import type { IncomingMessage } from 'node:http';

/**
 * The body as bytes; undefined when it is larger than `maxBytes` (the rest is read and dropped,
 * so that the sender gets to hear about it). Rejects when the client leaves first.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks = [];
    });
    request.on('end', () => resolve(size > maxBytes ? undefined : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The client left before its request was whole.')));
  });
}
