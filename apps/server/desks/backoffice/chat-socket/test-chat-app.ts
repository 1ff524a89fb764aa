import type { AddressInfo } from 'node:net';
import { DEFAULT_TURN_LIMITS, defineTool, type Model } from '@deskbell/engine';
import { createTestDatabase, type Owner } from '@deskbell/testing/postgres.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { pino } from 'pino';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Desk } from '../../../chat/desk.ts';
import { createSessionStore } from '../../../chat/session-store.ts';
import { createTurnReader } from '../../../chat/turn-reader.ts';
import { createTurnRunner } from '../../../chat/turn-runner.ts';
import { streamTurn } from '../../../chat/turn-stream.ts';
import { type Database, openDatabase } from '../../../platform/database.ts';
import { closeConnectionsOnShutdown } from '../../../platform/http/close-connections.ts';
import { HttpProblem } from '../../../platform/http/problem.ts';
import {
  frameworkErrors,
  registerProblemHandling,
} from '../../../platform/http/problem-handling.ts';
import { createSameOriginCheck } from '../../../platform/http/same-origin.ts';
import { createListener } from '../../../platform/listener.ts';
import type { StaffAccess, StaffMember } from '../../../platform/sign-in/staff-access.ts';
import type { Quotas } from '../quotas.ts';
import { createSendMessage, type SendMessage } from '../send-message.ts';
import { BACK_OFFICE } from '../session-owner.ts';
import {
  type ChatSocketRouteOptions,
  chatSocketRoutes,
  isChatSocketRequest,
} from './chat-socket-routes.ts';

export const NOW = new Date('2026-11-22T15:00:00.000Z');

export interface TestChatApp {
  url: string;
  app: FastifyInstance;
  database: Database;
  databaseUrl: string;
  /** Whoever is in here is nobody any more. */
  revoked: Set<string>;
  /** The server's ends of its sockets. */
  sockets(): WebSocket[];
  /** How often it was asked who somebody is. */
  access: { count: number };
  /** Makes a session; its address. */
  newSession(ownerId?: string): Promise<string>;
  close(): Promise<void>;
}

export interface TestChatOptions {
  models: readonly [Model, ...Model[]];
  /** Another app's database, to be a second process of the same service. */
  databaseUrl?: string;
  quotas?: Quotas;
  drainMs?: number;
  times?: NonNullable<ChatSocketRouteOptions['times']>;
  mostSocketsPerUser?: number;
  /** To watch what is sent. */
  wrapSendMessage?: (sendMessage: SendMessage) => SendMessage;
}

const unlimited: Quotas = {
  take: async () => ({ isAllowed: true, headers: {} }),
  giveBack: async () => {},
};

const echo = defineTool<StaffMember, z.ZodType<{ word: string }>>({
  name: 'echo',
  description: 'Says a word again.',
  label: 'Listening…',
  input: z.object({ word: z.string() }),
  run: ({ word }) => ({ content: { word }, details: { word } }),
});

/** The socket's routes over real HTTP and PostgreSQL; who is signed in is said by `x-user`. */
export async function startTestChatApp(
  owner: Owner,
  options: TestChatOptions,
): Promise<TestChatApp> {
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase(owner)).url;
  const log = pino({ level: 'silent' });
  const database = openDatabase({ url: databaseUrl, log });
  const listener = createListener({ url: databaseUrl, log });
  const clock = () => NOW;
  const desk: Desk<StaffMember> = {
    name: BACK_OFFICE,
    models: options.models,
    limits: DEFAULT_TURN_LIMITS,
    historyTurns: 4,
    wording: { refused: 'No.', cutOff: 'Too much.', noAnswer: 'Nothing.' },
    errorMessage: (code) => `It failed: ${code}.`,
    system: () => ({ stable: 'Be short.', varying: '' }),
    tools: () => [echo],
    toolLabel: () => echo.label,
  };
  const runner = createTurnRunner({ database, listener, clock, log });
  const reader = createTurnReader({ database, runner, desks: [desk], log });
  const sessions = createSessionStore(database);
  const sendMessage = createSendMessage({
    desk,
    runner,
    reader,
    quotas: options.quotas ?? unlimited,
  });
  const revoked = new Set<string>();
  const access = { count: 0 };
  const staff: StaffAccess = {
    staffFor: async ({ headers }) => {
      access.count += 1;
      const userId = headers['x-user'];
      if (userId === 'customer') {
        throw new HttpProblem({ code: 'forbidden', detail: 'this is for staff only' });
      }
      if (typeof userId !== 'string' || revoked.has(userId)) {
        throw new HttpProblem({ code: 'not_signed_in', detail: 'please sign in as staff first' });
      }
      return { userId, role: userId === 'admin' ? 'admin' : 'staff' };
    },
  };

  const app = Fastify({
    frameworkErrors,
    routerOptions: { ignoreTrailingSlash: true },
    http: { shouldUpgradeCallback: isChatSocketRequest },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerProblemHandling(app);
  app.addHook('preClose', async () => {
    await runner.drain(options.drainMs ?? 8_000);
    await reader.close();
  });
  closeConnectionsOnShutdown(app);
  app.get<{ Params: { id: string } }>('/turns/:id', async (request, reply) => {
    const found = await reader.find(request.params.id, { desk: BACK_OFFICE, ownerId: 'ann' });
    if (found === undefined) return reply.code(404).send();
    reply.hijack();
    streamTurn({ response: reply.raw, headers: {}, log: found, after: 0 });
  });
  let sockets: Iterable<WebSocket> = [];
  const socketOptions: ChatSocketRouteOptions = {
    runner,
    reader,
    sessions,
    staff,
    sendMessage: options.wrapSendMessage?.(sendMessage) ?? sendMessage,
    checkSameOrigin: createSameOriginCheck(['https://desk.example']),
    clock,
    log,
    ...(options.times === undefined ? {} : { times: options.times }),
    ...(options.mostSocketsPerUser === undefined
      ? {}
      : { mostSocketsPerUser: options.mostSocketsPerUser }),
  };
  await app.register(async (scope) => {
    await chatSocketRoutes(scope, socketOptions);
    sockets = scope.websocketServer.clients;
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
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    app,
    database,
    databaseUrl,
    revoked,
    access,
    sockets: () => [...sockets],
    newSession: async (ownerId = 'ann') => {
      const { id } = await sessions.create({ owner: { desk: BACK_OFFICE, ownerId } });
      return `${url}/ws/chat/${id}`;
    },
    close,
  };
}
