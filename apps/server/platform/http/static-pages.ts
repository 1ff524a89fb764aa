import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The folder whose file names carry a hash of their content, so that they never change. */
const HASHED_FOLDER = `assets${sep}`;

/**
 * Serves the built website in `directory` from `/` on: pages are revalidated on every load,
 * hashed assets are kept for a year, and `.br` and `.gz` files lying beside them are preferred.
 * Without a build, the API works and a line in the log says what is missing.
 */
export async function registerStaticPages(
  app: FastifyInstance,
  { directory }: { directory: string },
): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) {
    app.log.warn('The website has not been built, so only the API is served. Run "npm start".');
    return;
  }
  await app.register(fastifyStatic, {
    root: directory,
    index: ['index.html'],
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = relative(directory, path).startsWith(HASHED_FOLDER);
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
