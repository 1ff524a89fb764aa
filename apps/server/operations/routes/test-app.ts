import type { TestContext } from 'node:test';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { pino } from 'pino';
import { type Database, openDatabase } from '../../platform/database.ts';
import { registerBodyParsing } from '../../platform/http/body-parsing.ts';
import { frameworkErrors, registerProblemHandling } from '../../platform/http/problem-handling.ts';
import { createSameOriginCheck } from '../../platform/http/same-origin.ts';
import { createStaffAccess } from '../../platform/sign-in/staff-access.ts';
import type { DecideOutcome } from '../pipeline/decide-execution.ts';
import { testSettings } from '../routing/test-findings.ts';
import { openTestDatabase, type TestDatabase } from '../routing/test-rows.ts';
import { createWorkerPool } from '../workers/create-worker-pool.ts';
import { operationsRoutes } from './operations-routes.ts';

export const STAFF_ID = '019ae000-0000-7000-8000-00000000aaaa';

export interface TestApp extends TestDatabase {
  app: FastifyInstance;
  database: Database;
  /** Every method and path that is served. */
  served: { method: string; url: string }[];
  clock: { now: Date };
  /** What the pipeline was asked, and what it answers. */
  asked: string[];
  outcome: DecideOutcome;
  outboxWakes: number;
  /** Sends a request as staff; the answer's body is JSON. */
  ask(options: InjectOptions | string): Promise<{ status: number; body: Record<string, never> }>;
}

/** The routes on a real database; who is signed in is said by the header `x-role`. */
export async function startTestApp(t: TestContext): Promise<TestApp> {
  const { url, tables } = await openTestDatabase(t);
  const log = pino({ level: 'silent' });
  const database = openDatabase({ url, log });
  t.after(() => database.close());
  const app = Fastify({ frameworkErrors, routerOptions: { ignoreTrailingSlash: true } });
  t.after(() => app.close());
  const workers = createWorkerPool({ threads: 1, log });
  t.after(() => workers.close());
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerProblemHandling(app);
  registerBodyParsing(app);
  const served: TestApp['served'] = [];
  app.addHook('onRoute', ({ method, url: path }) => {
    for (const one of [method].flat()) served.push({ method: one, url: path });
  });
  const test: TestApp = {
    url,
    tables,
    app,
    database,
    served,
    clock: { now: new Date('2026-11-22T15:00:00Z') },
    asked: [],
    outcome: { kind: 'done', status: 'pending' },
    outboxWakes: 0,
    ask: async (options) => {
      const request = typeof options === 'string' ? { url: options } : options;
      const response = await app.inject({ ...request, headers: { 'x-role': 'staff' } });
      return { status: response.statusCode, body: response.json() };
    },
  };
  const ask = (verb: string) => async (executionId: string, actor: string) => {
    test.asked.push(`${verb} ${executionId} ${actor}`);
    return test.outcome;
  };
  await app.register(operationsRoutes, {
    database,
    workers,
    staff: createStaffAccess({
      signIn: {
        customerFor: async ({ headers }) => {
          const role = headers['x-role'];
          return role === 'staff' || role === 'customer' ? { customerId: STAFF_ID, role } : null;
        },
      },
      apiKeys: { find: async () => undefined },
      isOpenToThisMachine: false,
    }),
    checkSameOrigin: createSameOriginCheck(['https://desk.example']),
    settings: testSettings,
    secret: 'a secret for tests',
    clock: () => test.clock.now,
    wakeOutbox: () => {
      test.outboxWakes += 1;
    },
    pipeline: { retry: ask('retry'), cancel: ask('cancel') },
  });
  await app.ready();
  return test;
}
