import { STATUS_CODES } from 'node:http';
import type { Problem } from '@deskbell/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Every refusal this server makes outside a stream, by its machine-readable code.
 * The status line's own phrase is the title (RFC 9457 asks for that with `about:blank`).
 * An oversized body is 400, not 413: docs/api.md promises 400 or 404 for every bad chat request.
 */
export const statusByCode = {
  invalid_request: 400,
  body_too_large: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  turn_running: 409,
  handoff_superseded: 409,
  idempotency_mismatch: 409,
  mail_too_large: 413,
  unsupported_media_type: 415,
  conflict: 409,
  price_changed: 409,
  account_exists: 422,
  sender_not_allowed: 422,
  mail_unreadable: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  model_unavailable: 503,
  timeout: 503,
  interrupted: 503,
} as const;

export type HttpProblemCode = keyof typeof statusByCode;

export type ProblemExtension = Pick<Problem, 'account_id' | 'errors' | 'price'>;

export interface HttpProblemOptions {
  code: HttpProblemCode;
  /** A sentence for the person at the other end. Nothing internal belongs in it. */
  detail: string;
  headers?: Record<string, string>;
  /** The very same request may work a moment later. */
  isRetryable?: boolean;
  /** What the document says beside that. */
  extension?: ProblemExtension;
  /** What went wrong inside, for the log only. */
  cause?: unknown;
}

/** Thrown by a route to refuse a request; the error handler turns it into a problem document. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly headers: Record<string, string>;
  readonly isRetryable: boolean;
  readonly extension: ProblemExtension;

  constructor(options: HttpProblemOptions) {
    const { code, detail, headers = {}, isRetryable = false, extension = {}, cause } = options;
    super(detail, { cause });
    this.name = 'HttpProblem';
    this.code = code;
    this.status = statusByCode[code];
    this.detail = detail;
    this.headers = headers;
    this.isRetryable = isRetryable;
    this.extension = extension;
  }
}

/** The document itself. `instance` is the path that was asked for, without its query. */
export const createProblem = ({
  code,
  detail,
  instance,
  isRetryable = false,
  extension = {},
}: {
  code: HttpProblemCode;
  detail: string;
  instance: string;
  isRetryable?: boolean | undefined;
  extension?: ProblemExtension | undefined;
}): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[statusByCode[code]] ?? 'Error',
  status: statusByCode[code],
  detail,
  instance,
  code,
  error: detail,
  ...(isRetryable ? { retryable: true } : {}),
  ...extension,
});

/** Answers with a problem document. The reply must not have been sent or hijacked. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, detail, headers = {}, isRetryable, extension }: HttpProblemOptions,
): FastifyReply {
  const instance = request.url.split('?', 1)[0] ?? '/';
  const problem = createProblem({ code, detail, instance, isRetryable, extension });
  // Bytes, so that no response schema of the route can reshape or refuse it.
  return reply
    .code(problem.status)
    .headers({ 'cache-control': 'no-store', ...headers })
    .type('application/problem+json')
    .send(Buffer.from(JSON.stringify(problem)));
}

/** The answer to a failure of ours: one fixed sentence and the id under which the log explains it. */
export const internalProblem = (requestId: string): HttpProblemOptions => ({
  code: 'internal',
  detail: `Something went wrong on our side. Please try again; if it stays, tell us this reference: ${requestId}.`,
});
