import type { AddressInfo } from 'node:net';
import { DEFAULT_TURN_LIMITS, defineTool, type Model } from '@deskbell/engine';
import { createTestDatabase, type Owner } from '@deskbell/testing/postgres.ts';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { pino } from 'pino';
import { z } from 'zod';
import type { Desk } from '../../../chat/desk.ts';
import { createTurnReader } from '../../../chat/turn-reader.ts';
import { createTurnRunner, type TurnRunner } from '../../../chat/turn-runner.ts';
import { type Database, openDatabase } from '../../../platform/database.ts';
import { registerBodyParsing } from '../../../platform/http/body-parsing.ts';
import { closeConnectionsOnShutdown } from '../../../platform/http/close-connections.ts';
import { HttpProblem } from '../../../platform/http/problem.ts';
import {
  frameworkErrors,
  registerProblemHandling,
} from '../../../platform/http/problem-handling.ts';
import { createSameOriginCheck } from '../../../platform/http/same-origin.ts';
import { createListener } from '../../../platform/listener.ts';
import { LOCAL_USER, type StaffMember } from '../../../platform/sign-in/staff-access.ts';
import type { Quotas } from '../quotas.ts';
import { createSendMessage } from '../send-message.ts';
import { backOfficeRoutes } from './back-office-routes.ts';

export const TOOL = 'list_tasks';
/** What the only tool of these tests finds. */
export const TOOL_DETAILS = { tasks: [{ title: 'Line one\u2028data: two' }] };

export interface ChatApp {
  url: string;
  databaseUrl: string;
  database: Database;
  runner: TurnRunner;
  /** Messages taken of the quota and not given back. */
  messagesTaken: number;
  /** Requests as this member, `ann:staff` for one; nobody means the open mode, when it is on. */
  as(member?: string): Client;
  connectionCount(): Promise<number>;
  close(): Promise<void>;
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body?: unknown, init?: RequestInit): Promise<Response>;
  delete(path: string): Promise<Response>;
  /** Makes a session; its id. */
  session(query?: string): Promise<string>;
}

/** The chat of staff over real HTTP and PostgreSQL, with scripted models and no sign-in. */
export async function startChatApp(
  owner: Owner,
  options: {
    models: readonly [Model, ...Model[]];
    isOpen?: boolean;
    databaseUrl?: string;
    /** Thrown for every message that would count. */
    refusal?: HttpProblem;
  },
): Promise<ChatApp> {
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase(owner)).url;
  const log = pino({ level: 'silent' });
  const clock = () => new Date();
  const database = openDatabase({ url: databaseUrl, log });
  const listener = createListener({ url: databaseUrl, log });
  const desk = createTestDesk(options.models);
  const runner = createTurnRunner({ database, listener, clock, log });
  const reader = createTurnReader({ database, runner, desks: [desk], log });
  const quotas: Quotas = {
    take: async () => {
      if (options.refusal !== undefined) {
        return { isAllowed: false, headers: {}, problem: options.refusal };
      }
      chatApp.messagesTaken += 1;
      return { isAllowed: true, headers: { 'ratelimit-limit': '30' } };
    },
    giveBack: async () => {
      chatApp.messagesTaken -= 1;
    },
  };

  const app = Fastify({ frameworkErrors, routerOptions: { ignoreTrailingSlash: true } });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerProblemHandling(app);
  registerBodyParsing(app);
  app.addHook('preClose', async () => {
    await runner.drain(200);
    await reader.close();
  });
  closeConnectionsOnShutdown(app);
  await app.register(backOfficeRoutes, {
    desk,
    runner,
    reader,
    database,
    staff: {
      staffFor: async ({ headers }) => memberOf(headers['x-member'], options.isOpen === true),
    },
    sendMessage: createSendMessage({ desk, runner, reader, quotas }),
    context: { read: async () => CONTEXT },
    checkSameOrigin: createSameOriginCheck([]),
    clock,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  await listener.ready();

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      await app.close();
      await listener.close();
      await database.close();
    })();
    return closing;
  };
  owner.after(close);
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const chatApp: ChatApp = {
    url,
    databaseUrl,
    database,
    runner,
    messagesTaken: 0,
    as: (member) => createClient(url, member),
    connectionCount: () =>
      new Promise((resolve, reject) =>
        app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    close,
  };
  return chatApp;
}

export const CONTEXT = {
  statistics: {
    total_emails_processed: 7,
    emails_today: 2,
    active_executions: 1,
    failed_executions: 1,
    total_tasks_created: 3,
    total_events_scheduled: 2,
  },
  recent_activity: { emails_count: 7, tasks_count: 3, deadlines_count: 1 },
  system_health: { database: 'up' },
  high_risk_items_count: 2,
  generated_at: '2026-11-22T15:00:00.000Z',
};

function createTestDesk(models: readonly [Model, ...Model[]]): Desk<StaffMember> {
  const tool = defineTool<StaffMember, z.ZodObject>({
    name: TOOL,
    description: 'Lists tasks.',
    label: 'Looking at tasks…',
    input: z.object({}),
    run: () => ({ content: { count: 1 }, details: TOOL_DETAILS }),
  });
  return {
    name: 'backoffice',
    models,
    limits: DEFAULT_TURN_LIMITS,
    historyTurns: 4,
    wording: { refused: 'Refused.', cutOff: 'Cut off.', noAnswer: 'No answer.' },
    errorMessage: (code) => `This did not work (${code}).`,
    system: () => ({ stable: 'You help.', varying: '' }),
    tools: () => [tool],
    toolLabel: (name) => (name === TOOL ? tool.label : 'Working…'),
  };
}

function memberOf(header: string | string[] | undefined, isOpen: boolean): StaffMember {
  if (typeof header === 'string') {
    const [userId = '', role] = header.split(':');
    return { userId, role: role === 'admin' ? 'admin' : 'staff' };
  }
  if (isOpen) return { userId: LOCAL_USER, role: 'admin' };
  throw new HttpProblem({ code: 'not_signed_in', detail: 'please sign in as staff first' });
}

function createClient(url: string, member: string | undefined): Client {
  const own: Record<string, string> = member === undefined ? {} : { 'x-member': member };
  const post: Client['post'] = (path, body, init = {}) =>
    fetch(url + path, {
      ...init,
      method: 'POST',
      headers: {
        ...own,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(init.headers as Record<string, string>),
      },
      body: body === undefined || typeof body === 'string' ? (body ?? null) : JSON.stringify(body),
    });
  return {
    post,
    get: (path, headers = {}) => fetch(url + path, { headers: { ...own, ...headers } }),
    delete: (path) => fetch(url + path, { method: 'DELETE', headers: own }),
    session: async (query = '') => {
      const response = await post(`/api/chat/sessions${query}`);
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
      return ((await response.json()) as { id: string }).id;
    },
  };
}
