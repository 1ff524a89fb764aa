// `npm run example`: shows embed.html on a port, and so on an origin, of its own.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const PORT = process.env.PORT ?? 8080;
/** Where Deskbell runs; embed.html names it as it is by default. */
const SERVER_URL = process.env.SERVER_URL ?? 'http://localhost:8000';
const files = {
  '/': ['embed.html', 'text/html; charset=utf-8'],
  '/embed.css': ['embed.css', 'text/css; charset=utf-8'],
  '/embed.svg': ['embed.svg', 'image/svg+xml'],
};

createServer(async (request, response) => {
  const [name, type] = files[request.url?.split('?', 1)[0]] ?? [];
  if (name === undefined) return response.writeHead(404).end();
  const file = await readFile(new URL(name, import.meta.url));
  const content = name.endsWith('.html')
    ? String(file).replaceAll('http://localhost:8000', SERVER_URL)
    : file;
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(content);
}).listen(PORT, '127.0.0.1', () => {
  const origin = `http://localhost:${PORT}`;
  console.log(
    `The example: ${origin}. It needs the server beside it: CORS_ORIGINS=${origin} npm start`,
  );
});
