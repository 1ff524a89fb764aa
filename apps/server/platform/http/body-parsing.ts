import type { FastifyInstance } from 'fastify';

/**
 * JSON is the only kind of body. An empty one is no body at all: clients send its content type
 * with requests that need none.
 */
export function registerBodyParsing(app: FastifyInstance): void {
  app.removeContentTypeParser(['text/plain', 'application/json']);
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parseJson(request, String(body), done);
  });
}
