import {
  type Email,
  type EmailDetail,
  emailDetailSchema,
  emailPageSchema,
  emailQuerySchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { createConditions } from '../../platform/conditions.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { notFound } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { findRecord, recordParams } from './find-record.ts';
import { addWords } from './find-words.ts';
import { timeOrNull } from './read-executions.ts';

export interface EmailRouteOptions extends StaffGate {
  database: Database;
}

export type EmailRow = Omit<Email, 'accepted_at' | 'sent_at'> & {
  accepted_at: Date;
  sent_at: Date | null;
};

/** Columns of a mail `e` and its execution `x`, as `toEmail` takes them. */
export const EMAIL_COLUMNS = `e.id, e.mailbox, e.source, e.accepted_at, e.sent_at, e.sender, e.sender_name,
  e.recipient, e.subject, e.has_attachments, e.attachment_count, e.size_bytes, e.is_demo,
  case when x.id is null then null else json_build_object('id', x.id, 'status', x.status,
    'category', x.category, 'urgency', x.urgency, 'confidence', x.confidence, 'risk', x.risk,
    'error_message', x.error_message) end as execution`;
export const FROM_EMAILS = 'from emails e left join executions x on x.email_id = e.id';

/** A mail as it is served. */
export const toEmail = <Row extends EmailRow>(row: Row) => ({
  ...row,
  accepted_at: row.accepted_at.toISOString(),
  sent_at: timeOrNull(row.sent_at),
});

/** The stored mail. */
export async function emailRoutes(app: FastifyInstance, options: EmailRouteOptions): Promise<void> {
  const { database } = options;
  admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/emails',
    {
      schema: {
        summary: 'List mail',
        description: 'Newest first. A mail is found by its words once it has been read.',
        tags: ['mail'],
        querystring: emailQuerySchema,
        response: { 200: emailPageSchema },
      },
    },
    async ({ query }) => {
      const { limit, cursor, sender, domain, status, category, has_attachments, q } = query;
      const conditions = createConditions();
      if (sender !== undefined) conditions.add('e.sender = ?', sender);
      if (domain !== undefined) conditions.add('e.sender_domain = ?', domain);
      if (has_attachments) conditions.addFixed('e.has_attachments');
      if (status !== undefined) conditions.add('x.status = ?', status);
      if (category !== undefined) conditions.add('x.category = ?', category);
      // An execution was accepted when its mail was: its indexes know the order too. Who wrote is
      // in the mail's alone, and says more.
      const isByMail = sender !== undefined || domain !== undefined;
      const times = isByMail || (status === undefined && category === undefined) ? 'e' : 'x';
      if (q !== undefined) await addWords({ database, conditions, column: 'e.id', words: q });
      const { items, nextCursor } = await listPage<EmailRow>(
        { database, limit, cursor },
        {
          columns: EMAIL_COLUMNS,
          from: `${FROM_EMAILS} ${conditions.where}`,
          keys: [
            { expression: `${times}.accepted_at`, type: 'timestamptz' },
            { expression: `${times}.id`, type: 'uuid' },
          ],
          direction: 'desc',
          values: conditions.values,
        },
      );
      return { emails: items.map(toEmail), next_cursor: nextCursor };
    },
  );

  routes.get(
    '/api/emails/:id',
    {
      schema: {
        summary: 'One mail',
        tags: ['mail'],
        params: recordParams,
        response: { 200: emailDetailSchema },
        docs: {
          refusals: { not_found: 'There is no such e-mail; also for what is no id.' },
        },
      },
    },
    async ({ params }) => {
      const id = await findRecord({ database, kind: 'email', id: params.id });
      type Row = EmailRow & Pick<EmailDetail, 'headers' | 'segments' | 'hidden_text'>;
      const [{ rows }, attachments] = await Promise.all([
        database.pool.query<Row>(
          `select ${EMAIL_COLUMNS}, e.headers, c.segments, c.hidden_text
           ${FROM_EMAILS} left join email_contents c on c.email_id = e.id where e.id = $1`,
          [id],
        ),
        database.pool.query<EmailDetail['attachments'][number]>(
          `select position, filename, content_type, size_bytes, sha256, is_inline
           from attachments where email_id = $1 order by position`,
          [id],
        ),
      ]);
      const [row] = rows;
      if (row === undefined) throw notFound('e-mail');
      return { ...toEmail(row), attachments: attachments.rows };
    },
  );

  const source = {
    schema: {
      summary: 'One mail byte for byte',
      description: 'As a download; whatever is in it, a browser runs nothing of it.',
      tags: ['mail'],
      params: recordParams,
      docs: {
        answers: { 200: { description: 'The message.', type: 'message/rfc822' } },
        refusals: { not_found: 'There is no such e-mail; also for what is no id.' },
      },
    },
  };
  routes.get('/api/emails/:id/source', source, async (request, reply) => {
    const id = await findRecord({ database, kind: 'email', id: request.params.id });
    const { rows } = await database.pool.query<{ raw: Buffer }>(
      'select raw from email_sources where email_id = $1',
      [id],
    );
    const [source] = rows;
    if (source === undefined) throw notFound('e-mail');
    // Whatever the mail is, a browser saves it and runs nothing in it.
    return reply
      .type('message/rfc822')
      .header('content-disposition', `attachment; filename="email-${id}.eml"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .send(source.raw);
  });
}
