import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Owner } from './postgres.ts';

/** Somebody else's website: one page, on an origin of its own. Returns the origin. */
export async function servePage(owner: Owner, html: () => string): Promise<string> {
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(isPage ? 200 : 204, isPage ? { 'content-type': 'text/html' } : {});
    response.end(isPage ? html() : undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  owner.after(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
