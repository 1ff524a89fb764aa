import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { socketCloseCodes } from '@deskbell/protocol';
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { z } from 'zod';
import type { SessionStore } from '../../../chat/session-store.ts';
import type { TurnReader } from '../../../chat/turn-reader.ts';
import type { TurnRunner } from '../../../chat/turn-runner.ts';
import { describeError } from '../../../platform/describe-error.ts';
import { HttpProblem } from '../../../platform/http/problem.ts';
import { failureProblem } from '../../../platform/http/problem-handling.ts';
import type { StaffAccess } from '../../../platform/sign-in/staff-access.ts';
import { findSession } from '../find-session.ts';
import type { SendMessage } from '../send-message.ts';
import {
  type Admission,
  type ChatSocketTimes,
  openChatSocket,
  type Refusal,
  serverRestarts,
} from './chat-socket.ts';
import { chatSocketSchema } from './chat-socket-schema.ts';
import { createOpenSockets } from './open-sockets.ts';

/**
 * Above this a frame is not read to its end, so that nobody fills the memory: the library closes
 * the socket with 1009. Frames between 64 KiB and this are refused and the socket stays.
 */
const LARGEST_READ_BYTES = 1024 * 1024;
const MOST_SOCKETS_PER_USER = 50;
/** How long a socket may take for its closing handshake, and all of them when the server closes. */
const CLOSE_WITHIN_MS = 2_000;
/** How long a request to upgrade may take; the library ends this limit with the upgrade. */
const UPGRADE_WITHIN_MS = 15_000;

/** A peer that died right after it answered a ping is noticed after the sum of the first two. */
const usualTimes: ChatSocketTimes = {
  pingEveryMs: 20_000,
  answerWithinMs: 35_000,
  stalledAfterMs: 30_000,
};

export interface ChatSocketRouteOptions {
  runner: Pick<TurnRunner, 'requestStop'>;
  reader: Pick<TurnReader, 'find'>;
  sessions: Pick<SessionStore, 'ownerOf' | 'runningTurn' | 'sessionOf'>;
  staff: StaffAccess;
  sendMessage: SendMessage;
  /** Throws when a page of another site sent the request. */
  checkSameOrigin: (request: FastifyRequest) => void;
  clock: () => Date;
  log: Logger;
  times?: Partial<ChatSocketTimes>;
  mostSocketsPerUser?: number;
}

/** Without compression, which costs memory for every socket. `closeTimeout` is missing in the types. */
const socketOptions = {
  maxPayload: LARGEST_READ_BYTES,
  perMessageDeflate: false,
  closeTimeout: CLOSE_WITHIN_MS,
};

/**
 * For Node's `shouldUpgradeCallback`: whether a request is answered by a socket. Every other request
 * that offers an upgrade, such as curl's to HTTP/2, is then answered as if it had not.
 */
export function isChatSocketRequest({ url = '', headers }: IncomingMessage): boolean {
  const isWebSocket = headers.upgrade?.toLowerCase() === 'websocket';
  return isWebSocket && /^\/ws\/chat\/[\w-]{1,100}\/?(\?|$)/.test(url);
}

/**
 * `WS /ws/chat/{session_id}`, as docs/api.md describes it. When the app closes, sockets are closed
 * after every `preClose` hook of the app's own: drain the running turns there, and their last
 * frames are sent before that.
 */
export async function chatSocketRoutes(
  app: FastifyInstance,
  options: ChatSocketRouteOptions,
): Promise<void> {
  const { sessions, staff, log } = options;
  const times = { ...usualTimes, ...options.times };
  const mostPerUser = options.mostSocketsPerUser ?? MOST_SOCKETS_PER_USER;
  const openSockets = createOpenSockets({ mostPerUser });
  const asking = new WeakMap<
    FastifyRequest,
    { admit: () => Promise<Admission | Refusal>; answer: Admission | Refusal }
  >();
  const upgrading = new Set<Duplex>();
  let isClosing = false;

  // What is answered without an upgrade (a framework error, a refusal while closing) is nobody's
  // connection any more: Node gave it away, and Fastify does not know that.
  const watchUpgrade = (_request: IncomingMessage, connection: Duplex): void => {
    upgrading.add(connection);
    connection.once('close', () => upgrading.delete(connection));
    if (connection instanceof Socket) {
      const withinMs = isClosing ? CLOSE_WITHIN_MS : UPGRADE_WITHIN_MS;
      connection.setTimeout(withinMs, () => connection.destroy());
    }
  };
  app.server.prependListener('upgrade', watchUpgrade);

  await app.register(websocket, {
    options: socketOptions,
    // The library closes the socket itself; what broke the protocol is the client's business.
    errorHandler: (error, socket) => {
      log.debug({ error: describeError(error) }, 'A chat socket failed');
      if (socket.readyState === socket.OPEN) socket.terminate();
    },
    // Instead of the plugin's own, which closes sockets in the middle of their last frames.
    preClose: async () => {
      isClosing = true;
      await openSockets.finishAll(CLOSE_WITHIN_MS);
      for (const connection of upgrading) connection.destroy();
    },
  });

  function createAdmit(
    request: FastifyRequest,
    reply: FastifyReply,
  ): () => Promise<Admission | Refusal> {
    const { session_id: sessionId } = request.params as z.infer<typeof chatSocketSchema.params>;
    const { user_id: userId } = request.query as z.infer<typeof chatSocketSchema.querystring>;
    return async () => {
      try {
        const member = await staff.staffFor(request, reply);
        const session = await findSession({ sessions, member, userId, sessionId });
        if (session !== undefined) return { member, session };
        return { closeCode: socketCloseCodes.unknownSession, reason: 'there is no such session' };
      } catch (error) {
        if (!(error instanceof HttpProblem) || ![401, 403].includes(error.status)) throw error;
        return { closeCode: socketCloseCodes.notSignedIn, reason: error.detail };
      } finally {
        // A socket has no headers to send cookies with, and would collect them.
        reply.removeHeader('set-cookie');
      }
    };
  }

  function lastWord(answer: Admission | Refusal): Admission | Refusal {
    if (isClosing) return serverRestarts;
    if ('closeCode' in answer || openSockets.hasRoomFor(answer.member.userId)) return answer;
    return {
      closeCode: socketCloseCodes.tooManySockets,
      reason: `at most ${mostPerUser} connections may be open at a time`,
    };
  }

  function open(socket: WebSocket, request: FastifyRequest): void {
    const asked = asking.get(request);
    if (asked === undefined) throw new Error('A socket was opened before anybody was asked.');
    const { admit } = asked;
    const answer = lastWord(asked.answer);
    if ('closeCode' in answer) {
      socket.close(answer.closeCode, answer.reason);
      return;
    }
    const explainFailure = (error: unknown) => {
      request.log.error({ error: describeError(error) }, 'a chat frame could not be answered');
      return failureProblem(error, request.id);
    };
    const chat = openChatSocket({ ...options, socket, admit, explainFailure, times });
    openSockets.add({ socket, userId: answer.member.userId, chat });
  }

  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/ws/chat/:session_id',
    exposeHeadRoute: false,
    schema: chatSocketSchema,
    onRequest: async (request) => {
      if (request.ws) options.checkSameOrigin(request);
    },
    preHandler: async (request, reply) => {
      if (!request.ws) return;
      const admit = createAdmit(request, reply);
      asking.set(request, { admit, answer: await admit() });
    },
    handler: async () => {
      throw new HttpProblem({
        code: 'invalid_request',
        detail: 'this address takes WebSocket connections only',
      });
    },
    wsHandler: (socket, request) => open(socket, request as FastifyRequest),
  });
}
