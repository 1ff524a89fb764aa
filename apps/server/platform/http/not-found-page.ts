import type { FastifyReply, FastifyRequest } from 'fastify';

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Page not found</title></head>
<body><main><h1>Page not found</h1><p>There is nothing at this address. <a href="/">Go to the start page</a>.</p></main></body>
</html>
`;

/** Answers a browser that asked for a page that is not there. */
export type SendNotFoundPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Whether a person's browser asks for a page, as opposed to a program calling the API. */
export const isPageRequest = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !/^\/api(\/|\?|$)/.test(request.url) &&
  (request.headers.accept ?? '').includes('text/html');

/** For a server without a website. */
export const sendPlainNotFoundPage: SendNotFoundPage = (_request, reply) =>
  reply.code(404).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(PAGE);
