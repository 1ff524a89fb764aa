import {
  newStaffAccountSchema,
  type StaffAccountView,
  staffAccountChangeSchema,
  staffAccountListSchema,
  staffAccountSchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { HttpProblem } from '../http/problem.ts';
import { idParams, notFound, readId } from '../http/record-id.ts';
import { withSchemas } from '../http/with-schemas.ts';
import { admitAdmins, type StaffGate } from './admit-staff.ts';
import type { StaffAccount, StaffAccounts } from './staff-accounts.ts';

export interface StaffAccountRouteOptions extends StaffGate {
  staffAccounts: StaffAccounts;
}

const BODY_LIMIT_BYTES = 16 * 1024;
const tags = ['staff'];

const toView = ({ id, name, email, role, createdAt }: StaffAccount): StaffAccountView => ({
  id,
  name,
  email,
  role,
  created_at: createdAt.toISOString(),
});

const conflict = (detail: string): HttpProblem => new HttpProblem({ code: 'conflict', detail });

const unknownDocs = 'There is no such member of staff; also for an id that is no UUID.';
const unknownAccount = () => notFound('member of staff');
const lastAdministrator = () =>
  conflict('this is the last administrator; make somebody else one first');

/** The accounts of staff, for administrators. A Fastify plugin; its gate stays inside. */
export async function staffAccountRoutes(
  app: FastifyInstance,
  options: StaffAccountRouteOptions,
): Promise<void> {
  const { staffAccounts } = options;
  const administrator = admitAdmins(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/staff',
    {
      schema: {
        summary: 'List the accounts of staff',
        description: 'The oldest first.',
        tags,
        response: { 200: staffAccountListSchema },
      },
    },
    async () => ({ staff: (await staffAccounts.list()).map(toView) }),
  );

  routes.post(
    '/api/staff',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: 'Make an account of staff',
        description: 'It signs in by `/api/auth/sign-in/email`. Nobody is signed in by this.',
        tags,
        body: newStaffAccountSchema,
        response: { 201: staffAccountSchema },
        docs: { refusals: { account_exists: 'The address has an account; `detail` says whose.' } },
      },
    },
    async (request, reply) => {
      const outcome = await staffAccounts.create(request.body);
      if (outcome.kind === 'taken') {
        const { id, role } = outcome;
        throw new HttpProblem({
          code: 'account_exists',
          detail: takenSentence(outcome),
          ...(role === 'customer' && { extension: { account_id: id } }),
        });
      }
      const { account } = outcome;
      const by = administrator(request).userId;
      request.log.info({ userId: account.id, role: account.role, by }, 'A staff account was made');
      return reply.code(201).send(toView(account));
    },
  );

  routes.patch(
    '/api/staff/:id',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: 'Change the role or the password of an account of staff',
        description:
          "A customer's account becomes staff's with a role. A new password signs the account out everywhere.",
        tags,
        params: idParams,
        body: staffAccountChangeSchema,
        response: { 200: staffAccountSchema },
        docs: {
          refusals: { not_found: unknownDocs, conflict: 'It is the last administrator, or you.' },
        },
      },
    },
    async (request) => {
      const id = readId(request.params, 'member of staff');
      const by = administrator(request).userId;
      const { role, password } = request.body;
      if (id === by && role === 'staff') {
        throw conflict('you cannot take your own role away; ask another administrator');
      }
      const outcome = await staffAccounts.change(id, { role, password });
      if (outcome.kind === 'unknown') throw unknownAccount();
      if (outcome.kind === 'last_admin') throw lastAdministrator();
      const hasNewPassword = password !== undefined;
      request.log.info({ userId: id, role, hasNewPassword, by }, 'A staff account was changed');
      return toView(outcome.account);
    },
  );

  routes.delete(
    '/api/staff/:id',
    {
      schema: {
        summary: 'Take the back office away from an account',
        description: "At once, everywhere; it is signed out. The account stays as a customer's.",
        tags,
        params: idParams,
        docs: {
          answers: { 204: { description: 'It is no longer staff.' } },
          refusals: { not_found: unknownDocs, conflict: 'It is the last administrator, or you.' },
        },
      },
    },
    async (request, reply) => {
      const id = readId(request.params, 'member of staff');
      const by = administrator(request).userId;
      if (id === by) throw conflict('you cannot remove yourself; ask another administrator');
      const outcome = await staffAccounts.remove(id);
      if (outcome === 'unknown') throw unknownAccount();
      if (outcome === 'last_admin') throw lastAdministrator();
      request.log.info({ userId: id, by }, 'A staff account was removed');
      return reply.code(204).send();
    },
  );
}

function takenSentence({ role, id }: { role: string; id: string }): string {
  if (role !== 'customer') return 'a member of staff already has this e-mail address';
  return `this e-mail address already has a customer's account, and nobody has proven whose it is; if you are sure, give it a role and a new password with PATCH /api/staff/${id}`;
}
