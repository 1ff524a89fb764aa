import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { OPEN_TO_ANYONE } from '../platform/http/route-docs.ts';
import { describeApi } from './describe-api.ts';
import { head } from './document-head.ts';
import { documentRoute } from './document-route.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { renderPage } from './render-page.ts';
import { nameSchemas } from './schema-names.ts';
import { tidyDocument } from './tidy-document.ts';

const STYLE_SHEET = new URL('style.css', import.meta.url);
const CACHE_CONTROL = 'public, max-age=300';

export interface ApiDocsOptions {
  version: string;
  publicUrl: string;
}

interface CachedFile {
  type: string;
  text: string;
  tag: string;
}

/**
 * Describes every route that is registered after it: `GET /openapi.json` for programs, `GET /docs`
 * for people. Routes say what they are in their schema; see platform/http/route-docs.ts.
 */
export async function registerApiDocs(
  app: FastifyInstance,
  { version, publicUrl }: ApiDocsOptions,
): Promise<void> {
  nameSchemas();
  const { description, tags, securitySchemes } = head;
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Deskbell', version, description },
      servers: [{ url: publicUrl }],
      tags: [...tags],
      components: { securitySchemes },
      security: Object.keys(securitySchemes).map((scheme) => ({ [scheme]: [] })),
    },
    convertConstToEnum: false,
    stripBasePath: false,
    transform: documentRoute,
    transformObject: (parts) =>
      tidyDocument(jsonSchemaTransformObject(parts) as unknown as OpenApiDocument) as object,
  } satisfies FastifyDynamicSwaggerOptions & { convertConstToEnum: boolean });

  let files: { json: CachedFile; page: CachedFile } | undefined;
  /** Once, at the first request: the routes are all there only then. */
  const findFiles = () => {
    if (files !== undefined) return files;
    const document = app.swagger() as unknown as OpenApiDocument;
    files = {
      json: cachedFile('application/json; charset=utf-8', JSON.stringify(document)),
      page: cachedFile('text/html; charset=utf-8', renderPage(describeApi(document))),
    };
    return files;
  };
  const style = cachedFile('text/css; charset=utf-8', await readFile(STYLE_SHEET, 'utf8'));

  app.get(
    '/openapi.json',
    {
      schema: {
        summary: 'This document',
        description: 'OpenAPI 3.1. With an `ETag`; asked with `If-None-Match` it answers 304.',
        tags: ['operators'],
        security: OPEN_TO_ANYONE,
        docs: {
          answers: {
            200: { description: 'The document.', schema: z.record(z.string(), z.unknown()) },
            304: { description: 'It has not changed.' },
          },
        },
      },
    },
    (request, reply) => send(request, reply, findFiles().json),
  );
  const hidden = { schema: { hide: true } };
  app.get('/docs', hidden, (request, reply) => send(request, reply, findFiles().page));
  app.get('/docs/style.css', hidden, (request, reply) => send(request, reply, style));
}

const cachedFile = (type: string, text: string): CachedFile => ({
  type,
  text,
  tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
});

function send(request: FastifyRequest, reply: FastifyReply, { type, text, tag }: CachedFile) {
  reply.header('etag', tag).header('cache-control', CACHE_CONTROL);
  const known = (request.headers['if-none-match'] ?? '').split(',');
  if (known.some((one) => one.trim().replace(/^W\//, '') === tag)) return reply.code(304).send();
  return reply.type(type).send(text);
}
