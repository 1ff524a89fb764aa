import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import Fastify, { type FastifyBaseLogger, type LightMyRequestResponse } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { type Database, openDatabase } from '../database.ts';
import { createClientAddress } from '../http/client-address.ts';
import { registerProblemHandling } from '../http/problem-handling.ts';
import { createSameOriginCheck } from '../http/same-origin.ts';
import { admitStaff } from './admit-staff.ts';
import { type ApiKeys, createApiKeys } from './api-keys.ts';
import { signInRoutes } from './routes.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { createStaffAccess } from './staff-access.ts';
import { createStaffAccounts } from './staff-accounts.ts';
import { staffAdminRoutes } from './staff-admin-routes.ts';
import type { Role, SignInTables } from './tables.ts';

export const TEST_PASSWORD = 'correct horse 7';

/** Headers that say who asks. */
export type Credentials = Record<string, string>;

export interface TestProcess {
  database: Database;
  signIn: SignIn;
  apiKeys: ApiKeys;
  /** Asks; a payload is sent as JSON. */
  ask(
    request: string,
    credentials?: Credentials,
    payload?: object,
  ): Promise<{ status: number; body: Record<string, unknown>; response: LightMyRequestResponse }>;
  /** Signs in; the cookies a browser would send next. */
  signInAs(email: string, password?: string): Promise<Credentials>;
  /** Makes an account by hand and signs it in. */
  newAccount(role: Role, email?: string): Promise<{ id: string; credentials: Credentials }>;
}

export interface TestApp extends TestProcess {
  tables: Kysely<SignInTables>;
  clock: { now: Date };
  logLines: string[];
  /** Another process of the same service. */
  startAnother(): Promise<TestProcess>;
}

/** Signing in, the administration of who may, and `GET /who` for staff, on a real database. */
export async function startTestApp(
  t: TestContext,
  { isOpenToThisMachine = false } = {},
): Promise<TestApp> {
  const { url } = await createTestDatabase(t);
  const logLines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logLines.push(line) });
  const clock = { now: new Date('2026-11-22T15:00:00Z') };
  const secret = 'a secret for tests, thirty-two characters or more';
  const publicUrl = 'http://localhost:8000';

  const startProcess = async (): Promise<TestProcess> => {
    const database = openDatabase({ url, log });
    t.after(() => database.close());
    const onSignUp = async () => {};
    const signIn = createSignIn({
      database,
      secret,
      publicUrl,
      trustedOrigins: [],
      log,
      onSignUp,
    });
    const apiKeys = createApiKeys({ database, clock: () => clock.now });
    const staffAccounts = createStaffAccounts({ database, signIn });
    const staff = createStaffAccess({ signIn, apiKeys, isOpenToThisMachine });
    const checkSameOrigin = createSameOriginCheck([]);
    const app = Fastify({ loggerInstance: log as FastifyBaseLogger });
    t.after(() => app.close());
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    registerProblemHandling(app);
    await app.register(signInRoutes, {
      signIn,
      publicUrl,
      secret,
      clientAddress: createClientAddress([]),
      checkSameOrigin,
    });
    await app.register(staffAdminRoutes, { apiKeys, staffAccounts, staff, checkSameOrigin });
    await app.register(async (scope) => {
      const memberOf = admitStaff(scope, { staff, checkSameOrigin });
      scope.get('/who', async (request) => memberOf(request));
    });

    const ask: TestProcess['ask'] = async (request, credentials = {}, payload = undefined) => {
      const [method, path = ''] = request.split(' ');
      const response = await app.inject({
        method: method as 'GET',
        url: path,
        headers: { host: 'localhost:8000', ...credentials },
        ...(payload === undefined ? {} : { payload }),
      });
      const body = response.body === '' ? {} : response.json();
      return { status: response.statusCode, body, response };
    };
    const signInAs: TestProcess['signInAs'] = async (email, password = TEST_PASSWORD) => {
      const { status, response } = await ask(
        'POST /api/auth/sign-in/email',
        {},
        { email, password },
      );
      if (status !== 200) throw new Error(`Signing in: ${status}`);
      const cookies = response.cookies.filter(({ value }) => value !== '');
      return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    };
    const newAccount: TestProcess['newAccount'] = async (role, email = `${role}@example.com`) => {
      const id = randomUUID();
      await signIn.createAccount({ id, name: role, email, password: TEST_PASSWORD, role });
      return { id, credentials: await signInAs(email) };
    };
    return { database, signIn, apiKeys, ask, signInAs, newAccount };
  };

  const first = await startProcess();
  const tables = first.database.for<SignInTables>();
  return { ...first, tables, clock, logLines, startAnother: startProcess };
}
