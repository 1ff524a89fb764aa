import { staffUserSchema } from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { quickQuestions } from '../../desks/backoffice/quick-questions.ts';
import type { Database } from '../../platform/database.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { findStaffName, type StaffName } from '../../platform/sign-in/find-staff-name.ts';
import { LOCAL_USER, LOCAL_USER_NAME } from '../../platform/sign-in/staff-access.ts';

export interface MeRouteOptions extends StaffGate {
  database: Database;
  businessName: string;
  /** Of the business; an IANA name. */
  timezone: string;
  /** The server's. */
  version: string;
}

const localName: StaffName = { name: LOCAL_USER_NAME, email: null };

/** Who asks, and where. */
export async function meRoute(app: FastifyInstance, options: MeRouteOptions): Promise<void> {
  const { database, businessName, timezone, version } = options;
  const staffMember = admitStaff(app, options);
  withSchemas(app).get(
    '/api/me',
    {
      schema: {
        summary: 'Who is asking',
        description: 'And what a page for staff has to know before it shows anything.',
        tags: ['accounts'],
        response: { 200: staffUserSchema },
      },
    },
    async (request) => {
      const { userId, role } = staffMember(request);
      const isOpenMode = userId === LOCAL_USER;
      // An account that is deleted at this very moment has only its id left.
      const who = isOpenMode ? localName : await findStaffName(database, userId);
      const { name, email } = who ?? { name: userId, email: null };
      return {
        user_id: userId,
        name,
        email,
        role,
        is_open_mode: isOpenMode,
        business: { name: businessName, time_zone: timezone },
        version,
        quick_questions: [...quickQuestions],
      };
    },
  );
}
