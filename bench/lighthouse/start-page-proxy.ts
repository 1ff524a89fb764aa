import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';

export interface PageProxy {
  url: string;
  /** How many pages it took the widget's tag out of. */
  strippedPages(): number;
  close(): Promise<void>;
}

const WIDGET_TAG = /<script[^>]*\ssrc="?\/widget\/v1\.js"?[^>]*><\/script>/g;

const codings = {
  identity: { decode: (body: Buffer) => body, encode: (body: Buffer) => body },
  gzip: { decode: gunzipSync, encode: gzipSync },
  br: { decode: brotliDecompressSync, encode: brotliCompressSync },
};

/**
 * The same server without the widget: its tag is taken out of every page, and nothing else is
 * changed. Both variants are measured through such a proxy, so that its own time is in both.
 */
export async function startPageProxy(options: {
  target: string;
  hasWidget: boolean;
}): Promise<PageProxy> {
  let strippedPages = 0;

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const upstream = request(new URL(incoming.url ?? '/', options.target), {
      method: incoming.method,
      headers: incoming.headers,
    });
    incoming.pipe(upstream);
    const [answer] = (await once(upstream, 'response')) as [IncomingMessage];
    const isPage = answer.headers['content-type']?.startsWith('text/html') === true;
    if (options.hasWidget || !isPage) {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      await pipeline(answer, outgoing);
      return;
    }
    const coding =
      codings[(answer.headers['content-encoding'] ?? 'identity') as keyof typeof codings];
    const page = coding.decode(await buffer(answer)).toString('utf8');
    const stripped = page.replaceAll(WIDGET_TAG, '');
    if (stripped !== page) strippedPages += 1;
    const body = coding.encode(Buffer.from(stripped));
    outgoing.writeHead(answer.statusCode ?? 502, {
      ...answer.headers,
      'content-length': body.byteLength,
    });
    outgoing.end(body);
  }

  const server = createServer((incoming, outgoing) => {
    // A browser that hangs up in the middle, or a server that has ended.
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    strippedPages: () => strippedPages,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
