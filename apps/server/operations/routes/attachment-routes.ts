import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { createFewAtOnce } from '../../platform/few-at-once.ts';
import { HttpProblem } from '../../platform/http/problem.ts';
import { notFound } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { READ_LIMIT_MS } from '../pipeline/stage-limits.ts';
import { WorkerError, type WorkerPool } from '../workers/worker-pool.ts';
import { findRecord, recordParams } from './find-record.ts';

export interface AttachmentRouteOptions extends StaffGate {
  database: Database;
  workers: Pick<WorkerPool, 'readAttachments'>;
}

/** What a browser shows and never runs; anything else is bytes to it. */
const SHOWN_TYPES: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
]);
const POSITION = /^(?:0|[1-9]\d{0,5})$/;

/** A mail is held in memory while a file is read out of it, and the threads have mail to read. */
const MOST_AT_ONCE = 2;

const attachmentParams = recordParams.extend({
  position: z.string().describe('Its `position` in the e-mail, from 0.'),
});

/** The files that mails bring along. */
export async function attachmentRoutes(
  app: FastifyInstance,
  options: AttachmentRouteOptions,
): Promise<void> {
  const { database } = options;
  admitStaff(app, options);
  const fewAtOnce = createFewAtOnce(MOST_AT_ONCE);

  withSchemas(app).get(
    '/api/emails/:id/attachments/:position',
    {
      schema: {
        summary: 'One file of a mail',
        description:
          'As a download under the name that the mail gives it. Its type is the declared one for PDF, PNG, JPEG, GIF, WebP and plain text, else `application/octet-stream`; whatever is in it, a browser runs nothing of it. It is what a stranger sent: nothing has looked for viruses in it.',
        tags: ['mail'],
        params: attachmentParams,
        docs: {
          answers: { 200: { description: 'The file.', type: 'application/octet-stream' } },
          refusals: {
            not_found: 'There is no such e-mail, or it has no such file.',
            mail_unreadable:
              'The mail has not been read yet, or is over a limit of what is read; its source can be had.',
            unavailable: 'Reading it took too long or failed.',
          },
        },
      },
    },
    async (request, reply) => {
      const { id: given, position: place } = request.params;
      const id = await findRecord({ database, kind: 'email', id: given });
      if (!POSITION.test(place)) throw notFound('attachment');
      const position = Number(place);
      const file = await findFile(database, { id, position });
      const left = new AbortController();
      reply.raw.once('close', () => left.abort());
      // It tells that only once, and it may have while this was asked for.
      if (reply.raw.destroyed) left.abort();
      const content = await fewAtOnce(
        () => readContent({ ...options, id, position, signal: left.signal }),
        left.signal,
      ).catch((error: unknown) => refuse(error, left.signal));
      if (content === undefined) throw notFound('attachment');
      return reply
        .header(
          'content-type',
          SHOWN_TYPES.has(file.content_type) ? file.content_type : 'application/octet-stream',
        )
        .header('content-disposition', contentDisposition(file.filename))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    },
  );
}

interface File {
  filename: string;
  content_type: string;
}

/** Throws a 404 problem when the mail has no such file, a 422 when nobody knows yet. */
async function findFile(
  { pool }: Pick<Database, 'pool'>,
  { id, position }: { id: string; position: number },
): Promise<File> {
  const { rows } = await pool.query<Partial<File> & { is_read: boolean }>(
    `select f.filename, f.content_type, c.email_id is not null as is_read
     from emails e left join email_contents c on c.email_id = e.id
       left join attachments f on f.email_id = e.id and f.position = $2
     where e.id = $1`,
    [id, position],
  );
  const [row] = rows;
  if (row === undefined) throw notFound('e-mail');
  const { filename, content_type, is_read } = row;
  if (typeof filename === 'string' && typeof content_type === 'string') {
    return { filename, content_type };
  }
  if (is_read) throw notFound('attachment');
  throw new HttpProblem({
    code: 'mail_unreadable',
    detail: 'this e-mail has not been read, or could not be; you can save its source instead',
  });
}

/** The file's bytes; undefined when the stored message does not have it. */
async function readContent({
  database,
  workers,
  id,
  position,
  signal,
}: Pick<AttachmentRouteOptions, 'database' | 'workers'> & {
  id: string;
  position: number;
  signal: AbortSignal;
}): Promise<Uint8Array | undefined> {
  const { rows } = await database.pool.query<{ raw: Buffer }>(
    'select raw from email_sources where email_id = $1',
    [id],
  );
  const [source] = rows;
  if (source === undefined) return undefined;
  const limits = { timeoutMs: READ_LIMIT_MS, signal };
  const [found] = await workers.readAttachments(source.raw, [position], limits);
  return found?.content;
}

function refuse(error: unknown, left: AbortSignal): never {
  if (left.aborted) throw new HttpProblem({ code: 'unavailable', detail: 'nobody waits for it' });
  if (!(error instanceof WorkerError)) throw error;
  if (error.code === 'time_limit' || error.code === 'crashed') {
    throw new HttpProblem({
      code: 'unavailable',
      detail: 'reading this e-mail failed; please try again, or save its source instead',
      isRetryable: true,
      cause: error,
    });
  }
  throw new HttpProblem({
    code: 'mail_unreadable',
    detail: 'this e-mail is too large or too deeply nested; you can save its source instead',
    cause: error,
  });
}
