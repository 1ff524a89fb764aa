import { type SystemReport, systemReportSchema } from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';

export interface SystemRouteOptions extends StaffGate {
  readSystemReport: () => Promise<SystemReport>;
}

/** `GET /api/system`, for staff. */
export async function systemRoutes(
  app: FastifyInstance,
  { readSystemReport, ...gate }: SystemRouteOptions,
): Promise<void> {
  admitStaff(app, gate);
  withSchemas(app).get(
    '/api/system',
    {
      schema: {
        summary: 'How the parts of the service are, in numbers',
        description:
          'At most 2 seconds old. Every part is asked by itself: what cannot be told just now is null. Process and mail doors are those of the process that answers; everything else is the same in all of them.',
        tags: ['operators'],
        response: { 200: systemReportSchema },
      },
    },
    async () => await readSystemReport(),
  );
}
