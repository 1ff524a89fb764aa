import { STATUS_CODES } from 'node:http';
import { problemSchema } from '@deskbell/protocol';
import type { FastifySchema } from 'fastify';
import { type HttpProblemCode, statusByCode } from '../platform/http/problem.ts';
import { FOR_ADMINISTRATORS } from './document-head.ts';

const CHANGING = /^(POST|PUT|PATCH|DELETE)$/;

type Refusals = Partial<Record<HttpProblemCode, string>>;

/** What every route of this kind refuses, as sentences by code. */
function usualRefusals(method: string, schema: FastifySchema): Refusals {
  const isForStaff = schema.security === undefined;
  const forbidden = schema.tags?.includes(FOR_ADMINISTRATORS)
    ? 'Only administrators may.'
    : 'A customer is signed in.';
  const hasBody = schema.body !== undefined;
  const isRead = hasBody || schema.querystring !== undefined;
  return {
    ...(isRead ? { invalid_request: 'A field or parameter is missing, unknown or wrong.' } : {}),
    ...(hasBody ? { unsupported_media_type: 'The body is not JSON.' } : {}),
    ...(isForStaff ? { not_signed_in: 'Nobody is signed in.', forbidden } : {}),
    ...(CHANGING.test(method) ? { cross_site: 'A page of another website sent it.' } : {}),
    ...(schema.docs?.refusals ?? {}),
  };
}

/** The refusals of a route by status, each a problem document that says which of them it is. */
export function refusalResponses(
  method: string,
  schema: FastifySchema,
): Record<string, { description: string; content: object }> {
  const byStatus = new Map<number, string[]>();
  for (const status of declaredStatuses(schema)) byStatus.set(status, []);
  for (const [code, sentence] of Object.entries(usualRefusals(method, schema))) {
    const status = statusByCode[code as HttpProblemCode];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${sentence}`]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, sentences]) => [
      status,
      {
        description: sentences.join(' ') || (STATUS_CODES[status] ?? 'Refused'),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

/** Of the problem documents that the route's own response schemas have. */
function declaredStatuses({ response }: FastifySchema): number[] {
  return Object.entries(response ?? {})
    .filter(([status, schema]) => Number(status) >= 400 && schema === problemSchema)
    .map(([status]) => Number(status));
}
