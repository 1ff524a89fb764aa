import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyError, FastifyInstance } from 'fastify';
import { sendPage } from './send-page.ts';
import type { Website } from './website.ts';

const ONE_YEAR = 'public, max-age=31536000, immutable';
/** Other websites embed it by a name that stays, so a new version has to reach them soon. */
const FIVE_MINUTES = 'public, max-age=300';

/** A name that no file can have, a condition that is not met, a range beyond the end. */
const REFUSED_BY_FILES = new Set([400, 412, 416]);

/** Serves the pages and, from their folder, the files that they and embedding websites load. */
export async function websiteRoutes(
  app: FastifyInstance,
  { website }: { website: Website },
): Promise<void> {
  for (const [path, page] of website.pages) {
    app.get(path, { schema: { hide: true } }, (request, reply) =>
      sendPage(request, reply, { page, statusCode: 200 }),
    );
  }
  const root = website.publicDirectory;
  await app.register(fastifyStatic, {
    root,
    serve: false,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const name = relative(root, path).split(sep).join('/');
      reply.header('cache-control', cacheControlOf(name));
      if (!name.startsWith('widget/')) return;
      reply.header('access-control-allow-origin', '*');
      reply.header('cross-origin-resource-policy', 'cross-origin');
    },
  });
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const { statusCode = 500 } = error;
    if (!REFUSED_BY_FILES.has(statusCode)) throw error;
    return reply.code(statusCode).header('cache-control', 'no-store').send();
  });
  // Not one route for everything: what is unknown belongs to the part of the app it is under.
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const path = entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`;
    app.get<{ Params: { '*'?: string } }>(path, { schema: { hide: true } }, (request, reply) => {
      const inside = request.params['*'];
      if (inside === undefined) return reply.sendFile(entry.name);
      return inside === '' ? reply.callNotFound() : reply.sendFile(`${entry.name}/${inside}`);
    });
  }
}

function cacheControlOf(name: string): string {
  if (/^(?:assets|widget)\/.*-[\w-]{8}\./.test(name)) return ONE_YEAR;
  return name.startsWith('widget/') ? FIVE_MINUTES : 'no-cache';
}
