import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What a page of another website may send beside what every page may. */
const READ_HEADERS = ['content-type', 'idempotency-key', 'last-event-id'];
/** What it may read of an answer beside what every page may. */
const TOLD_HEADERS = [
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-thread-id',
  'x-turn-id',
];
/** As long as Chromium keeps a preflight's answer at most. What is asked is checked all the same. */
const PREFLIGHT_KEPT_SECONDS = 7_200;

/**
 * Lets pages of the listed origins (such as `https://www.example.com`) read the answers of `app`'s
 * routes, without cookies. Every other origin is told nothing. Give it an encapsulated app with a
 * prefix: its hook and its route for preflights are that app's.
 */
export async function registerCors(
  app: FastifyInstance,
  { origins }: { origins: readonly string[] },
): Promise<void> {
  const listed = new Set(origins);
  await app.register(cors, {
    origin: (origin, decide) => decide(null, origin !== undefined && listed.has(origin)),
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: READ_HEADERS,
    exposedHeaders: TOLD_HEADERS,
    maxAge: PREFLIGHT_KEPT_SECONDS,
    // What is no preflight is refused like any other unknown request, as a problem document.
    strictPreflight: false,
  });
}

/** Tells whether a page of one of these other websites sent a request. */
export function createEmbeddedCheck(
  origins: readonly string[],
): (request: FastifyRequest) => boolean {
  const listed = new Set(origins);
  return ({ headers }) =>
    headers.origin !== undefined &&
    listed.has(headers.origin) &&
    // A server with several names has pages of its own under a listed one.
    headers['sec-fetch-site'] !== 'same-origin';
}
