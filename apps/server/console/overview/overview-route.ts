import { overviewSchema } from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { type OverviewOptions, readOverview } from './read-overview.ts';

export interface OverviewRouteOptions extends StaffGate, OverviewOptions {
  clock: () => Date;
}

/** The first page of the console in one answer. */
export async function overviewRoute(
  app: FastifyInstance,
  options: OverviewRouteOptions,
): Promise<void> {
  admitStaff(app, options);
  withSchemas(app).get(
    '/api/overview',
    {
      schema: {
        summary: 'What needs a person first, and the day in figures',
        description:
          'The same items in the same order as the chat tells of when it is asked what needs attention.',
        tags: ['work'],
        response: { 200: overviewSchema },
      },
    },
    () => readOverview(options, options.clock()),
  );
}
