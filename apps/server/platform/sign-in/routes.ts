import {
  type CurrentUser,
  changePasswordRequestSchema,
  currentUserSchema,
  signInRequestSchema,
  signUpRequestSchema,
} from '@deskbell/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addressKey } from '../http/client-address.ts';
import { HttpProblem, sendProblem } from '../http/problem.ts';
import { KNOWS_CUSTOMERS, type RouteDocs } from '../http/route-docs.ts';
import { createRateLimit, type RateLimit, rateLimitHeaders } from '../rate-limit.ts';
import type { Redis } from '../redis.ts';
import { createKnownDevices } from './known-devices.ts';
import { refusalFor } from './refusal.ts';
import type { SignIn } from './sign-in.ts';

const BODY_LIMIT_BYTES = 16 * 1024;

/**
 * What better-auth may see of a request. Forwarding headers never reach it, nor browsers' fetch
 * metadata: our own check of the origin has used those, and allows callers that are no browsers.
 */
const passedHeaders = ['cookie', 'host', 'origin', 'referer'];

export interface SignInRoutesOptions {
  signIn: SignIn;
  publicUrl: string;
  /** Of this server; signs the cookies of browsers that have signed in before. */
  secret: string;
  clientAddress: (request: FastifyRequest) => string;
  checkSameOrigin: (request: FastifyRequest) => void;
  /** Wrong passwords one address may try in five minutes. Default 10. */
  attemptsPerFiveMinutes?: number;
  /**
   * Wrong passwords that all strangers together may try for one account in an hour, from however
   * many addresses; a browser that has signed in to it before has as many of its own. Default 100.
   */
  attemptsPerAccountHour?: number;
  /** Accounts one address may open in an hour. Default 10. */
  signUpsPerHour?: number;
  /** Shares these limits between processes. */
  redis?: Redis | undefined;
}

interface SignInRoute {
  path: string;
  summary: string;
  body: z.ZodType;
  limit?: RateLimit;
  /** The account that the request wants to sign in to. */
  account?: { limit?: RateLimit; emailOf: (body: unknown) => string };
  /** Whether a request that worked counts, as opposed to one that was refused. */
  countsSuccess?: boolean;
  refusals?: RouteDocs['refusals'];
}

const answerDocs = {
  answers: { 200: { description: 'Who is signed in now.', schema: currentUserSchema } },
};

function toWebRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const name of passedHeaders) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const url = new URL(request.url.split('?', 1)[0] ?? '/', publicUrl);
  if (request.method === 'GET') return new Request(url, { headers });
  headers.set('content-type', 'application/json');
  return new Request(url, {
    method: request.method,
    headers,
    body: JSON.stringify(request.body ?? {}),
  });
}

/** better-auth's answers also carry the session's token; a page needs no more than this. */
async function readCurrentUser(response: Response): Promise<CurrentUser> {
  const parsed = currentUserSchema.safeParse(await response.json());
  return parsed.success ? parsed.data : { user: null };
}

/** Without `reply` only a refusal tells of the limit. */
async function takeAttempt(limit: RateLimit, key: string, reply?: FastifyReply): Promise<void> {
  const decision = await limit.consume(key);
  const headers = rateLimitHeaders(decision);
  if (!decision.allowed) {
    throw new HttpProblem({
      code: 'rate_limited',
      detail: 'too many attempts, please wait before you try again',
      headers,
    });
  }
  reply?.headers(headers);
}

/**
 * Signing up, in and out: `POST /api/auth/sign-up/email`, `/sign-in/email`, `/sign-out`,
 * `/change-password`, `GET /api/auth/get-session`. Nothing else of better-auth is reachable.
 * A Fastify plugin, to be registered without `fastify-plugin`: its validator stays inside.
 */
export async function signInRoutes(
  app: FastifyInstance,
  {
    signIn,
    publicUrl,
    secret,
    clientAddress,
    checkSameOrigin,
    redis,
    attemptsPerFiveMinutes = 10,
    attemptsPerAccountHour = 100,
    signUpsPerHour = 10,
  }: SignInRoutesOptions,
): Promise<void> {
  const attempts = createRateLimit({
    points: attemptsPerFiveMinutes,
    durationSeconds: 300,
    redis,
    name: 'sign-in',
  });
  const accountAttempts = createRateLimit({
    points: attemptsPerAccountHour,
    durationSeconds: 3600,
    redis,
    name: 'sign-in-account',
  });
  const isSecure = new URL(publicUrl).protocol === 'https:';
  const knownDevices = createKnownDevices({ secret, isSecure });
  const emailOf = (body: unknown): string => (body as { email: string }).email;
  const signUps = createRateLimit({
    points: signUpsPerHour,
    durationSeconds: 3600,
    redis,
    name: 'sign-up',
  });
  const routes: SignInRoute[] = [
    {
      path: '/sign-up/email',
      summary: 'Open an account and sign in',
      body: signUpRequestSchema,
      limit: signUps,
      account: { emailOf },
      countsSuccess: true,
      refusals: { account_exists: 'There is an account with this address.' },
    },
    {
      path: '/sign-in/email',
      summary: 'Sign in',
      body: signInRequestSchema,
      limit: attempts,
      account: { limit: accountAttempts, emailOf },
      refusals: { wrong_credentials: 'No account has this address and password.' },
    },
    {
      path: '/change-password',
      summary: 'Change the password',
      body: changePasswordRequestSchema,
      limit: attempts,
      refusals: {
        wrong_credentials: 'This is not the current password.',
        not_signed_in: 'Nobody is signed in.',
      },
    },
    { path: '/sign-out', summary: 'Sign out', body: z.strictObject({}).nullish() },
  ];

  /** Resolves to whether the request worked; either way the reply has been sent. */
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    email?: string,
  ): Promise<boolean> => {
    const response = await signIn.handle(toWebRequest(request, publicUrl));
    if (!response.ok) {
      const problem = refusalFor(response.status, await response.json().catch(() => null));
      if (problem === null) throw new Error(`better-auth answered ${response.status}`);
      sendProblem(request, reply, problem);
      return false;
    }
    for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
    if (email !== undefined) reply.header('set-cookie', knownDevices.cookieFor(email));
    reply.header('cache-control', 'no-store').send(await readCurrentUser(response));
    return true;
  };

  app.setValidatorCompiler(validatorCompiler);
  const schema = { tags: ['accounts'], security: KNOWS_CUSTOMERS };
  const summary = 'Who is signed in';
  app.get(
    '/api/auth/get-session',
    // better-auth knows no HEAD.
    { exposeHeadRoute: false, schema: { ...schema, summary, docs: answerDocs } },
    async (request, reply) => {
      await answer(request, reply);
      return reply;
    },
  );
  for (const route of routes) {
    const { path, summary, body, limit, account, countsSuccess = false, refusals } = route;
    const tooMany = limit && {
      rate_limited: 'Too many attempts; `Retry-After` says when to go on.',
    };
    app.post(
      `/api/auth${path}`,
      {
        bodyLimit: BODY_LIMIT_BYTES,
        schema: {
          ...schema,
          summary,
          body,
          docs: { ...answerDocs, refusals: { ...refusals, ...tooMany } },
        },
      },
      async (request, reply) => {
        checkSameOrigin(request);
        const key = addressKey(clientAddress(request));
        if (limit !== undefined) await takeAttempt(limit, key, reply);
        const email = account?.emailOf(request.body);
        const accountKey = email && knownDevices.attemptKey(request, email);
        if (account?.limit !== undefined && accountKey !== undefined) {
          await takeAttempt(account.limit, accountKey);
        }
        const isOk = await answer(request, reply, email);
        if (isOk && !countsSuccess) {
          await limit?.giveBack(key);
          if (accountKey !== undefined) await account?.limit?.giveBack(accountKey);
        }
        return reply;
      },
    );
  }
}
