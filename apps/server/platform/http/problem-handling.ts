import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseUnavailable } from '../database-error.ts';
import { describeError } from '../describe-error.ts';
import { isPageRequest, type SendNotFoundPage, sendPlainNotFoundPage } from './not-found-page.ts';
import { HttpProblem, type HttpProblemOptions, internalProblem, sendProblem } from './problem.ts';
import { type ValidationIssue, validationDetail } from './validation-detail.ts';

const NOT_JSON = 'the body is not valid JSON';

/** Refusals Fastify and its plugins make before a handler runs, by their error code. */
const frameworkProblems: Record<string, HttpProblemOptions> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'body_too_large', detail: 'the body is too large' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'invalid_request', detail: 'a JSON body is required' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'invalid_request', detail: NOT_JSON },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'invalid_request',
    detail: 'the body does not have the length its headers say',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported_media_type',
    detail: 'the body must be sent as application/json',
  },
  FST_ERR_BAD_URL: { code: 'invalid_request', detail: 'the address is not a valid URL' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'not_found', detail: 'there is nothing at this address' },
  FST_STATIC_FORBIDDEN_PATH: { code: 'not_found', detail: 'there is nothing at this address' },
};

type RequestError = Partial<FastifyError> & { validation?: unknown; validationContext?: string };

const databaseUnavailable: HttpProblemOptions = {
  code: 'unavailable',
  detail: 'this is not available right now, please try again in a moment',
  headers: { 'retry-after': '5' },
};

/** What to answer after a failure of ours. What happened is for the log only. */
export const failureProblem = (error: unknown, requestId: string): HttpProblemOptions =>
  isDatabaseUnavailable(error) ? databaseUnavailable : internalProblem(requestId);

const refusalFor = (error: RequestError, request: FastifyRequest): HttpProblemOptions | null => {
  if (error instanceof HttpProblem) return error;
  if (Array.isArray(error.validation)) {
    const part = error.validationContext;
    const isBodyMissing = part === 'body' && (request.body ?? null) === null;
    const detail = isBodyMissing
      ? 'a JSON body is required'
      : validationDetail(error.validation as ValidationIssue[], part);
    return { code: 'invalid_request', detail };
  }
  const known = frameworkProblems[error.code ?? ''];
  if (known !== undefined) return known;
  // Fastify marks what its JSON parser threw (prototype poisoning included) this way.
  if (error.name === 'SyntaxError' && error.statusCode === 400) {
    return { code: 'invalid_request', detail: NOT_JSON };
  }
  return null;
};

const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const refusal =
    typeof error === 'object' && error !== null ? refusalFor(error as RequestError, request) : null;
  if (refusal !== null) {
    if (refusal.cause !== undefined) {
      request.log.warn({ error: describeError(refusal.cause) }, 'request refused');
    }
    return sendProblem(request, reply, refusal);
  }
  if (request.raw.destroyed && !request.raw.complete) {
    request.log.debug('the client left before its request was complete');
  } else {
    request.log.error({ error: describeError(error) }, 'request failed');
  }
  return sendProblem(request, reply, failureProblem(error, request.id));
};

const answerNotFoundWith =
  (sendNotFoundPage: SendNotFoundPage) => (request: FastifyRequest, reply: FastifyReply) =>
    isPageRequest(request)
      ? sendNotFoundPage(request, reply)
      : sendProblem(request, reply, {
          code: 'not_found',
          detail: 'there is nothing at this address',
        });

/** For `setNotFoundHandler` of a part of the app that has hooks of its own. */
export const answerNotFound = answerNotFoundWith(sendPlainNotFoundPage);

/**
 * Makes every refusal and failure of this app a problem document (a page request that finds
 * nothing gets a page). Exceptions are logged once, with the request id, and never sent.
 * Register it before routes and plugins; pass `frameworkErrors` to `fastify()` as well.
 */
export function registerProblemHandling(
  app: FastifyInstance,
  { sendNotFoundPage = sendPlainNotFoundPage }: { sendNotFoundPage?: SendNotFoundPage } = {},
): void {
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFoundWith(sendNotFoundPage));
}

/**
 * For `fastify({ frameworkErrors })`: refusals made before routing (an address that cannot be
 * decoded) do not reach the error handler.
 */
export function frameworkErrors(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  answerError(error, request, reply);
}
