import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Business } from '../../../bookings/business.ts';
import type { Desk } from '../../../chat/desk.ts';
import type { TurnReader } from '../../../chat/turn-reader.ts';
import type { TurnRunner } from '../../../chat/turn-runner.ts';
import type { Config } from '../../../config.ts';
import type { Database } from '../../../platform/database.ts';
import { createEmbeddedCheck, registerCors } from '../../../platform/http/cors.ts';
import { answerNotFound } from '../../../platform/http/problem-handling.ts';
import { createSameOriginCheck } from '../../../platform/http/same-origin.ts';
import type { Redis } from '../../../platform/redis.ts';
import type { SignIn } from '../../../platform/sign-in/sign-in.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import { chatRoutes } from './chat-routes.ts';
import type { FrontDeskContext } from './front-desk-context.ts';
import { handoffRoutes } from './handoff-routes.ts';
import { healthRoute } from './health-route.ts';
import { profileRoute } from './profile-route.ts';
import { threadRoute } from './thread-route.ts';

/** With the last slash: nothing else that begins with these letters is the assistant's. */
const PREFIX = '/api/assistant/';

export interface FrontDeskRouteOptions {
  config: Pick<Config, 'publicUrl' | 'corsOrigins' | 'frontDeskMessagesPerHour'>;
  desk: Desk<FrontDeskPrincipal>;
  business: Business;
  runner: TurnRunner;
  reader: TurnReader;
  database: Database;
  /** Shares the limits between processes. */
  redis: Redis | undefined;
  signIn: Pick<SignIn, 'customerFor'>;
  clientAddress: (request: FastifyRequest) => string;
  clock: () => Date;
}

/**
 * What customers' pages ask, as docs/api.md describes it: `/api/assistant/*`. Pages of the websites
 * in CORS_ORIGINS may ask it too, as visitors; nothing else of this server knows those websites.
 */
export async function frontDeskRoutes(
  app: FastifyInstance,
  options: FrontDeskRouteOptions,
): Promise<void> {
  const { config, desk, signIn } = options;
  const ownOrigin = new URL(config.publicUrl).origin;
  const otherSites = config.corsOrigins.filter((origin) => origin !== ownOrigin);
  const isEmbedded = createEmbeddedCheck(otherSites);

  const context: FrontDeskContext = {
    ...options,
    checkOrigin: createSameOriginCheck([ownOrigin, ...otherSites]),
    async principalOf(request, reply) {
      const signedIn = isEmbedded(request) ? null : await signIn.customerFor(request, reply);
      if (signedIn === null) return { kind: 'visitor' };
      return { kind: 'customer', customerId: signedIn.customerId };
    },
    ownerOf: (principal) => ({
      desk: desk.name,
      ownerId: principal.kind === 'customer' ? principal.customerId : null,
    }),
  };

  const assistant = async (part: FastifyInstance): Promise<void> => {
    await registerCors(part, { origins: otherSites });
    // Of its own, so that a page of another website can read this refusal as well.
    part.setNotFoundHandler(answerNotFound);
    chatRoutes(part, context);
    threadRoute(part, context);
    handoffRoutes(part, context);
    profileRoute(part, context);
    healthRoute(part, context);
  };
  await app.register(assistant, { prefix: PREFIX });
}
