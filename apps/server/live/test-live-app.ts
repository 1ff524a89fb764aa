import { randomUUID } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { createTestDatabase, type Owner } from '@deskbell/testing/postgres.ts';
import Fastify, { type FastifyBaseLogger } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { pino } from 'pino';
import { EXECUTIONS_CHANNEL } from '../operations/pipeline/job-queue.ts';
import { insertTestMail } from '../operations/routing/test-rows.ts';
import type { OperationsTables } from '../operations/tables.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { createClientAddress } from '../platform/http/client-address.ts';
import { registerProblemHandling } from '../platform/http/problem-handling.ts';
import { createListener } from '../platform/listener.ts';
import { type ApiKeys, createApiKeys } from '../platform/sign-in/api-keys.ts';
import { signInRoutes } from '../platform/sign-in/routes.ts';
import { createSignIn, type SignIn } from '../platform/sign-in/sign-in.ts';
import { createStaffAccess } from '../platform/sign-in/staff-access.ts';
import type { Role } from '../platform/sign-in/tables.ts';
import { createLive, type Live, type LiveOptions } from './live.ts';
import { liveRoutes } from './live-routes.ts';

const PASSWORD = 'correct horse 7';

export interface TestLiveApp {
  url: string;
  database: Database;
  live: Live;
  signIn: SignIn;
  apiKeys: ApiKeys;
  logLines: readonly string[];
  /** An account of this role, and its cookie. */
  newAccount(role: Role): Promise<{ id: string; headers: { cookie: string } }>;
  newKey(): Promise<{ id: string; headers: { 'x-api-key': string } }>;
  /** Mails that have been read; resolves to the ids of their executions. */
  insertMails(count: number, subject?: string): Promise<string[]>;
  /** As the pipeline tells of a change. */
  announce(executionIds: readonly string[]): Promise<void>;
  /** What was read for the streams so far; whose role and session it asks for is not among it. */
  statements: readonly string[];
  /** The server's ends of all connections that are open. */
  sockets: ReadonlySet<Socket>;
}

/** `GET /api/live` with short times, over real HTTP and PostgreSQL; nothing else of the server. */
export async function startLiveApp(
  owner: Owner,
  options: Pick<LiveOptions, 'times' | 'mostPerMember'> & { isOpenToThisMachine?: boolean } = {},
): Promise<TestLiveApp> {
  const { url: databaseUrl } = await createTestDatabase(owner);
  const logLines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logLines.push(line) });
  const database = openDatabase({ url: databaseUrl, log });
  const listener = createListener({ url: databaseUrl, log });
  const clock = () => new Date();
  const secret = 'a secret for tests, thirty-two characters or more';
  const publicUrl = 'http://localhost:8000';
  const signIn = createSignIn({
    database,
    secret,
    publicUrl,
    trustedOrigins: [],
    log,
    onSignUp: async () => {},
  });
  const apiKeys = createApiKeys({ database, clock });
  const { isOpenToThisMachine = true, times, mostPerMember = 1_000 } = options;
  const live = createLive({ database, listener, clock, log, times, mostPerMember });
  const app = Fastify({ loggerInstance: log as FastifyBaseLogger, forceCloseConnections: true });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerProblemHandling(app);
  const checkSameOrigin = () => {};
  await app.register(signInRoutes, {
    signIn,
    publicUrl,
    secret,
    clientAddress: createClientAddress([]),
    checkSameOrigin,
  });
  await app.register(liveRoutes, {
    live,
    staff: createStaffAccess({ signIn, apiKeys, isOpenToThisMachine }),
    checkSameOrigin,
  });
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  owner.after(async () => {
    await live.close();
    await app.close();
    await listener.close();
    await database.close();
  });
  await listener.ready();
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  const statements: string[] = [];
  const { pool } = database;
  const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
  pool.query = ((...given: unknown[]) => {
    statements.push(String(given[0]));
    return query(...given);
  }) as typeof pool.query;

  return {
    url,
    database,
    live,
    signIn,
    apiKeys,
    logLines,
    statements,
    sockets,
    newAccount: async (role) => {
      const id = randomUUID();
      const email = `${id}@example.com`;
      await signIn.createAccount({ id, name: role, email, password: PASSWORD, role });
      const response = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: PASSWORD }),
      });
      const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
      return { id, headers: { cookie: cookies.join('; ') } };
    },
    newKey: async () => {
      const { key, record } = await apiKeys.create({
        name: 'test',
        role: 'staff',
        createdBy: 'local',
      });
      return { id: record.id, headers: { 'x-api-key': key } };
    },
    insertMails: async (count, subject = 'Van lease') => {
      const ids: string[] = [];
      for (let n = 0; n < count; n += 1) {
        const mail = await insertTestMail(database.for<OperationsTables>(), { subject });
        ids.push(mail.executionId);
      }
      return ids;
    },
    announce: async (ids) => {
      await query('select pg_notify($1, id) from unnest($2::text[]) as id', [
        EXECUTIONS_CHANNEL,
        ids,
      ]);
    },
  };
}
