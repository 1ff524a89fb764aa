import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HttpProblem } from '../../platform/http/problem.ts';
import type { StaffAccess } from '../../platform/sign-in/staff-access.ts';
import type { AcceptMail, RefusedMail } from './accept-mail.ts';
import {
  acceptedEmail,
  acceptedEmailSchema,
  refusalCode,
  refusalProblem,
  type UploadedEmail,
  uploadedEmailSchema,
} from './accepted-email.ts';
import { composeMessage } from './compose-message.ts';
import { MAX_MESSAGE_BYTES, TOO_LARGE } from './message-limit.ts';
import { processEmailSchema } from './process-email-request.ts';
import { readUploadedFiles } from './uploaded-files.ts';

/** Mail that came over HTTP, by whichever of the two routes: one mail in both is one mail. */
const MAILBOX = 'api';
/** JSON is parsed and written as a message on the main thread, some 12 ms for a megabyte. */
const JSON_LIMIT_BYTES = 5 * 1024 * 1024;
const JSON_TOO_LARGE =
  'a mail as JSON may have 5 MB; send a larger one as a raw message to /api/emails';
const UPLOAD_TYPES = 'send a message as message/rfc822, or .eml files as multipart/form-data';
/** Of the requests under way together: each may hold its message in memory, a few times over. */
const MOST_BYTES = 8 * MAX_MESSAGE_BYTES;
/** More would only wait for the database. */
const MOST_REQUESTS = 100;

export interface IntakeRouteOptions {
  accept: AcceptMail;
  staff: StaffAccess;
  /** Throws when a page of another site sent the request. */
  checkSameOrigin: (request: FastifyRequest) => void;
}

/** The doors for mail over HTTP, as docs/api.md describes them. For staff and their programs. */
export async function intakeRoutes(
  app: FastifyInstance,
  { accept, staff, checkSameOrigin }: IntakeRouteOptions,
): Promise<void> {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  let requestsUnderWay = 0;
  let bytesUnderWay = 0;

  await app.register(multipart);
  app.addContentTypeParser(
    ['message/rfc822', 'message/global'],
    { parseAs: 'buffer', bodyLimit: MAX_MESSAGE_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.setErrorHandler((error: FastifyError, request) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      const isJson = request.routeOptions.bodyLimit === JSON_LIMIT_BYTES;
      throw new HttpProblem({
        code: 'mail_too_large',
        detail: isJson ? JSON_TOO_LARGE : TOO_LARGE,
      });
    }
    if (
      error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' &&
      request.routeOptions.url === '/api/emails'
    ) {
      throw new HttpProblem({ code: 'unsupported_media_type', detail: UPLOAD_TYPES });
    }
    throw error;
  });

  /** Before the body is read: strangers cannot make this process hold 35 MB. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    checkSameOrigin(request);
    await staff.staffFor(request, reply);
    // Who left in the meantime is never heard of again: nothing would take it off the list.
    if (reply.raw.closed) {
      throw new HttpProblem({ code: 'invalid_request', detail: 'the request was not complete' });
    }
    const bytes = mostBytesOf(request);
    if (requestsUnderWay >= MOST_REQUESTS || bytesUnderWay + bytes > MOST_BYTES) {
      throw new HttpProblem({
        code: 'unavailable',
        detail: 'too many e-mails are being sent at the same time, please try again in a moment',
        headers: { 'retry-after': '2' },
      });
    }
    requestsUnderWay += 1;
    bytesUnderWay += bytes;
    reply.raw.once('close', () => {
      requestsUnderWay -= 1;
      bytesUnderWay -= bytes;
    });
  }

  routes.post(
    '/process-email',
    {
      onRequest: admit,
      bodyLimit: JSON_LIMIT_BYTES,
      schema: {
        summary: 'Hand in a mail as JSON',
        description:
          'Answered once mail, execution and job are committed. The same mail again gives the same ids and the status of its execution now: which mail it is says `id`, else the Message-ID, else a hash of the request. Fields that are not named here are ignored.',
        tags: ['mail in'],
        body: processEmailSchema,
        response: { 202: acceptedEmailSchema },
        docs: {
          refusals: {
            mail_too_large: 'Over 5 MB.',
            sender_not_allowed: 'By `ALLOWED_SENDERS` or `BLOCKED_SENDERS`.',
            unavailable: 'Too much mail is being sent at the moment; `Retry-After`.',
          },
        },
      },
    },
    async (request, reply) => {
      const message = await composeMessage(request.body);
      const outcome = await accept({ ...message, mailbox: MAILBOX, source: 'json' });
      if (outcome.kind === 'refused') throw refusalProblem(outcome);
      return reply.code(202).send(acceptedEmail(outcome));
    },
  );

  const uploadAnswer = z.union([
    acceptedEmailSchema,
    z.object({ emails: z.array(uploadedEmailSchema) }),
  ]);
  routes.post(
    '/api/emails',
    {
      onRequest: admit,
      schema: {
        summary: 'Hand in messages as they are',
        description:
          'One message as `message/rfc822`, or up to 50 `.eml` files as `multipart/form-data`, whatever the names of the parts. An upload of files answers with one entry for each, in their order, and is refused only when none of them was taken. A message from 25 MB on is taken but not read.',
        tags: ['mail in'],
        response: { 202: uploadAnswer },
        docs: {
          body: {
            'message/rfc822': 'One message.',
            'multipart/form-data': '`.eml` files.',
          },
          refusals: {
            invalid_request: 'An empty message, a broken upload, more than 50 files.',
            unsupported_media_type: 'Neither of the two.',
            mail_too_large: 'A message over 35 MB.',
            sender_not_allowed: 'By `ALLOWED_SENDERS` or `BLOCKED_SENDERS`.',
            unavailable: 'Too much mail is being sent at the moment; `Retry-After`.',
          },
        },
      },
    },
    async (request, reply) => {
      if (request.isMultipart()) {
        return reply.code(202).send({ emails: await acceptFiles(request) });
      }
      if (!Buffer.isBuffer(request.body)) {
        throw new HttpProblem({
          code: 'unsupported_media_type',
          detail: UPLOAD_TYPES,
        });
      }
      const outcome = await accept({ raw: request.body, mailbox: MAILBOX, source: 'upload' });
      if (outcome.kind === 'refused') throw refusalProblem(outcome);
      return reply.code(202).send(acceptedEmail(outcome));
    },
  );

  /** Throws when none of the files was taken: nothing was accepted then. */
  async function acceptFiles(request: FastifyRequest): Promise<UploadedEmail[]> {
    const emails: UploadedEmail[] = [];
    const refusals: RefusedMail[] = [];
    for await (const { filename, raw } of readUploadedFiles(request)) {
      const outcome =
        raw === undefined
          ? ({ kind: 'refused', code: 'too_large', detail: TOO_LARGE } as const)
          : await accept({ raw, mailbox: MAILBOX, source: 'upload' });
      if (outcome.kind === 'refused') {
        refusals.push(outcome);
        const code = refusalCode(outcome);
        emails.push({ filename, status: 'refused', code, message: outcome.detail });
      } else {
        emails.push({ filename, ...acceptedEmail(outcome) });
      }
    }
    if (emails.length === 0) {
      throw new HttpProblem({ code: 'invalid_request', detail: 'the upload has no file in it' });
    }
    const [first] = refusals;
    if (first !== undefined && refusals.length === emails.length) throw refusalProblem(first);
    return emails;
  }
}

/** What a request may come to hold at once; of an upload of files that is one of them. */
function mostBytesOf({ headers }: FastifyRequest): number {
  const length = Number(headers['content-length'] ?? MAX_MESSAGE_BYTES);
  return Math.min(Number.isNaN(length) ? MAX_MESSAGE_BYTES : length, MAX_MESSAGE_BYTES);
}
