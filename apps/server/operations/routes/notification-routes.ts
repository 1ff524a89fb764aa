import {
  type Notification,
  notificationPageSchema,
  notificationQuerySchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { createConditions } from '../../platform/conditions.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { timeOrNull } from './read-executions.ts';

export interface NotificationRouteOptions extends StaffGate {
  database: Database;
}

export type NotificationRow = Omit<Notification, 'created_at' | 'sent_at'> & {
  created_at: Date;
  sent_at: Date | null;
};

/** Columns of a notification `n`, as `toNotification` takes them. */
export const NOTIFICATION_COLUMNS = `n.id, n.execution_id, n.booking_number, n.channel, n.recipient,
  n.subject, n.body, n.urgency, n.status, n.attempts, n.error_code, n.created_at, n.sent_at`;

/** A notification as it is served. */
export const toNotification = (row: NotificationRow): Notification => ({
  ...row,
  created_at: row.created_at.toISOString(),
  sent_at: timeOrNull(row.sent_at),
});

/** What staff were told, and customers sent. */
export async function notificationRoutes(
  app: FastifyInstance,
  options: NotificationRouteOptions,
): Promise<void> {
  const { database } = options;
  admitStaff(app, options);
  withSchemas(app).get(
    '/api/notifications',
    {
      schema: {
        summary: 'List notifications',
        description:
          'What staff were told of mails and bookings, and what customers were sent; newest first.',
        tags: ['work'],
        querystring: notificationQuerySchema,
        response: { 200: notificationPageSchema },
      },
    },
    async ({ query: { limit, cursor } }) => {
      const { items, nextCursor } = await listPage<NotificationRow>(
        { database, limit, cursor },
        {
          columns: NOTIFICATION_COLUMNS,
          from: `from notifications n ${createConditions().where}`,
          keys: [
            { expression: 'n.created_at', type: 'timestamptz' },
            { expression: 'n.id', type: 'uuid' },
          ],
          direction: 'desc',
          values: [],
        },
      );
      return { notifications: items.map(toNotification), next_cursor: nextCursor };
    },
  );
}
