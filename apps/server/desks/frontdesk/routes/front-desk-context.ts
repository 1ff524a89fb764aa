import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ThreadVisitor } from '../../../chat/thread-access.ts';
import { HttpProblem } from '../../../platform/http/problem.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import type { FrontDeskRouteOptions } from './front-desk-routes.ts';

/** What the front desk's routes share. */
export interface FrontDeskContext extends FrontDeskRouteOptions {
  /** Throws when a page sent the request whose website is neither this one nor a listed one. */
  checkOrigin: (request: FastifyRequest) => void;
  /**
   * Who asks. On a request of another website's page the cookies count for nothing. It may put a
   * refreshed cookie on the reply, so ask before its headers are sent.
   */
  principalOf: (request: FastifyRequest, reply: FastifyReply) => Promise<FrontDeskPrincipal>;
  ownerOf: (principal: FrontDeskPrincipal) => ThreadVisitor;
}

export const notFound = (what: string): HttpProblem =>
  new HttpProblem({ code: 'not_found', detail: `there is no such ${what}, or it has expired` });
