import type { SwaggerTransform } from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { streamDocs } from '../chat/http/stream-docs.ts';
import type { AnswerDocs, RouteDocs } from '../platform/http/route-docs.ts';
import { refusalResponses } from './refusals.ts';
import { referenceTo } from './schema-names.ts';

/** What the document has of a route: its schemas, what `docs` says beside them, and its refusals. */
export const documentRoute: SwaggerTransform = (given) => {
  const { schema = {}, route } = given;
  const { docs = {}, response = {}, ...rest } = schema;
  if (schema.hide === true) return { schema: { hide: true }, url: given.url };
  const answers = answersOf(docs);
  const ownResponses = response as Record<string, unknown>;
  const documented = {
    ...rest,
    ...(docs.headers === undefined ? {} : { headers: optionalTexts(docs.headers) }),
    ...(docs.query === undefined ? {} : { querystring: optionalTexts(docs.query) }),
    response: {
      ...ownResponses,
      ...Object.fromEntries(
        answers.map(([status, answer]) => [status, answerSchema(answer, ownResponses[status])]),
      ),
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

/** A route with a stream of events answers with it. */
function answersOf({ answers = {}, events }: RouteDocs): [string, AnswerDocs][] {
  const stream = events === undefined || 200 in answers ? {} : { 200: streamDocs };
  return Object.entries({ ...answers, ...stream });
}

/**
 * What the route answers by its own schema stays beside what `docs` says. With neither a schema nor
 * a media type there is no body.
 */
function answerSchema({ description, type, schema }: AnswerDocs, own: unknown): object {
  const json = own instanceof z.ZodType ? own : undefined;
  if (schema === undefined && type === undefined && json === undefined) {
    return z.undefined().describe(description);
  }
  const content = {
    ...(json === undefined ? {} : { 'application/json': { schema: json } }),
    ...(schema === undefined && type === undefined
      ? {}
      : { [type ?? 'application/json']: { schema: schema ?? z.string() } }),
  };
  return { description, content };
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
