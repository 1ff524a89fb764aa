import { calendarLinkSchema } from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { calendarKey, isCalendarKey } from '../calendar/calendar-key.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { calendarTag, renderCalendar } from '../calendar/render-calendar.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';

export interface CalendarRouteOptions extends StaffGate {
  database: Database;
  settings: Pick<OperationsSettings, 'publicUrl' | 'timezone'>;
  /** The server's secret, from which the key of the feed follows. */
  secret: string;
  clock: () => Date;
}

const calendarQuery = z.strictObject({
  key: z.string().max(100).optional().describe('Of the feed, from `GET /api/calendar-link`.'),
});

/** The deadlines as a calendar to subscribe to: for staff, and for whoever has the feed's key. */
export async function calendarRoutes(
  app: FastifyInstance,
  options: CalendarRouteOptions,
): Promise<void> {
  const { database, settings, secret, clock, staff } = options;
  const key = calendarKey(secret);
  /** Programs ask every few minutes, the events change a few times a day. */
  let latest = { tag: '', text: '' };

  withSchemas(app).get(
    '/calendar.ics',
    {
      schema: {
        summary: 'The deadlines as a calendar',
        description:
          'From 90 days ago to two years from now, at most the nearest 300 past and 1,000 coming ones. For staff, and for whoever knows the key of the feed: calendar programs cannot sign in.',
        tags: ['work'],
        querystring: calendarQuery,
        docs: {
          headers: { 'if-none-match': 'An `ETag` from before.' },
          answers: {
            200: {
              description: 'The calendar.',
              type: 'text/calendar',
              headers: { etag: 'Changes when one of the events does.' },
            },
            304: { description: 'None of them has changed.' },
          },
        },
      },
    },
    async (request, reply) => {
      const given = request.query.key;
      if (given === undefined || !isCalendarKey(given, key)) await staff.staffFor(request, reply);
      const tables = database.for<OperationsTables>();
      const events = await readCalendar({ database: tables, now: clock() });
      const tag = calendarTag(events, settings.publicUrl);
      reply.header('etag', tag).header('cache-control', 'private, no-cache');
      if (isKnownTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
      if (latest.tag !== tag) latest = { tag, text: renderCalendar(events, settings) };
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="deadlines.ics"')
        .send(latest.text);
    },
  );

  await app.register(async (scope) => {
    admitStaff(scope, options);
    withSchemas(scope).get(
      '/api/calendar-link',
      {
        schema: {
          summary: 'The address of the calendar, with its key',
          description: 'The same for everybody; another `AUTH_SECRET` ends every subscription.',
          tags: ['work'],
          response: { 200: calendarLinkSchema },
        },
      },
      async () => ({ url: new URL(`/calendar.ics?key=${key}`, settings.publicUrl).href }),
    );
  });
}

function isKnownTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((part) => part.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(tag);
}
