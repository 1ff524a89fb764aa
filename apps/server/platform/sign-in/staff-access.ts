import { isIP } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { HttpProblem } from '../http/problem.ts';
import type { ApiKeys } from './api-keys.ts';
import { readSentKey } from './sent-key.ts';
import type { SignIn } from './sign-in.ts';

/** The user of the open mode. */
export const LOCAL_USER = 'local';
/** Its name, wherever people read who did something. */
export const LOCAL_USER_NAME = 'This machine';

/** Someone who may use the back office. */
export interface StaffMember {
  /** The account's or the API key's id; 'local' for whoever sits at this machine in the open mode. */
  userId: string;
  role: 'staff' | 'admin';
}

export interface StaffAccess {
  /**
   * Who sent this request, as the database has it now: a role taken away, a session ended or a key
   * revoked counts from the next call on. Throws `HttpProblem`: 401 for nobody and for a key that is
   * wrong or revoked, 403 for a customer. Ask before the headers of `reply` are sent.
   */
  staffFor(request: FastifyRequest, reply: FastifyReply): Promise<StaffMember>;
}

/**
 * Decides who is staff. An API key, when one is sent, decides alone; else the session's cookie. With
 * `isOpenToThisMachine` whoever asks from this very machine without a key needs no sign-in: for
 * development on a loopback address, so that a first look needs no accounts.
 */
export function createStaffAccess({
  signIn,
  apiKeys,
  isOpenToThisMachine,
}: {
  signIn: Pick<SignIn, 'customerFor'>;
  apiKeys: Pick<ApiKeys, 'find'>;
  isOpenToThisMachine: boolean;
}): StaffAccess {
  return {
    staffFor: async (request, reply) => {
      const sentKey = readSentKey(request);
      if (sentKey !== undefined) {
        const key = await apiKeys.find(sentKey);
        if (key !== undefined) return { userId: key.id, role: key.role };
        throw new HttpProblem({
          code: 'wrong_credentials',
          detail: 'this API key is wrong or has been revoked',
        });
      }
      const signedIn = await signIn.customerFor(request, reply, { isFresh: true });
      if (signedIn !== null && signedIn.role !== 'customer') {
        return { userId: signedIn.customerId, role: signedIn.role };
      }
      if (isOpenToThisMachine && isFromThisMachine(request)) {
        return { userId: LOCAL_USER, role: 'admin' };
      }
      if (signedIn === null) {
        throw new HttpProblem({ code: 'not_signed_in', detail: 'please sign in as staff first' });
      }
      throw new HttpProblem({ code: 'forbidden', detail: 'this is for staff only' });
    },
  };
}

/** What proxies and tunnels say of the request they pass on. */
const FORWARDED = /^(?:x-forwarded-|(?:forwarded|via|x-real-ip|x-client-ip|cf-connecting-ip)$)/;

/**
 * The connection comes from loopback, no proxy is in between, and the name asked for is a local one:
 * a page elsewhere whose name was made to point here (DNS rebinding) does not get in. HTTP/1.0 is
 * what nginx speaks when nobody set it up to say more, and no browser or client of ours does.
 */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const { headers, socket, raw } = request;
  const isForwarded = raw.httpVersion === '1.0' || Object.keys(headers).some(isForwarding);
  return !isForwarded && isLoopback(socket.remoteAddress ?? '') && isLocalName(request.hostname);
}

const isForwarding = (header: string): boolean => FORWARDED.test(header);

/** 'localhost' or a loopback address, with or without the brackets of IPv6. */
export function isLocalName(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || isLoopback(name);
}

function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === 'loopback';
}
