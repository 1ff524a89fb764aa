import type { SwaggerTransform } from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AnswerDocs, RouteDocs } from '../platform/http/route-docs.ts';
import { refusalResponses } from './refusals.ts';
import { referenceTo } from './schema-names.ts';

/** What the document has of a route: its schemas, what `docs` says beside them, and its refusals. */
export const documentRoute: SwaggerTransform = (given) => {
  const { schema = {}, route } = given;
  const { docs = {}, response = {}, ...rest } = schema;
  if (schema.hide === true) return { schema: { hide: true }, url: given.url };
  const answers = Object.entries(docs.answers ?? {});
  const documented = {
    ...rest,
    ...(docs.headers === undefined ? {} : { headers: optionalTexts(docs.headers) }),
    ...(docs.query === undefined ? {} : { querystring: optionalTexts(docs.query) }),
    response: {
      ...(response as Record<string, unknown>),
      ...Object.fromEntries(answers.map(([status, answer]) => [status, answerSchema(answer)])),
      ...refusalResponses(String(route.method), schema),
    },
  };
  const transformed = jsonSchemaTransform({ ...given, schema: documented });
  const described = transformed.schema as Record<string, unknown> & {
    response: Record<string, { headers?: object }>;
  };
  for (const [status, { headers }] of answers) {
    const entry = described.response[status];
    if (headers === undefined || entry === undefined) continue;
    entry.headers = Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [name, { type: 'string', description }]),
    );
  }
  return { url: transformed.url, schema: { ...described, ...extras(docs) } };
};

const optionalTexts = (descriptions: Record<string, string>): z.ZodType =>
  z.object(
    Object.fromEntries(
      Object.entries(descriptions).map(([name, text]) => [
        name,
        z.string().optional().describe(text),
      ]),
    ),
  );

/** Without a schema the answer is text of its media type, or nothing at all. */
function answerSchema({ description, type, schema }: AnswerDocs): object {
  if (schema === undefined && type === undefined) return z.undefined().describe(description);
  const mediaType = type ?? 'application/json';
  return { description, content: { [mediaType]: { schema: schema ?? z.string() } } };
}

function extras({ body, events, socket }: RouteDocs): object {
  return {
    ...(body === undefined ? {} : { body: { content: bodyContent(body) } }),
    ...(events === undefined ? {} : { 'x-events': referenceTo(events, 'output') }),
    ...(socket === undefined
      ? {}
      : {
          'x-socket': {
            client: referenceTo(socket.clientFrames, 'input'),
            server: referenceTo(socket.serverFrames, 'output'),
            closeCodes: socket.closeCodes,
          },
        }),
  };
}

const bodyContent = (body: Record<string, string>): object =>
  Object.fromEntries(
    Object.entries(body).map(([type, description]) => [
      type,
      { schema: { type: 'string', format: 'binary', description } },
    ]),
  );
