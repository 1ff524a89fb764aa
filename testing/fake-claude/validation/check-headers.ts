import type { IncomingHttpHeaders } from 'node:http';
import { invalidRequest, type Refusal } from '../refusal.ts';

/** The versions of the API that are in use; the newest one takes no sampling parameters at all. */
const apiVersions = ['2023-06-01', '2026-10-21'] as const;

export type ApiVersion = (typeof apiVersions)[number];

/**
 * The key comes in `x-api-key` or, as the SDK has sent it since its version 1, as a bearer token.
 * One that is sent both ways must be right both ways.
 */
export function checkHeaders(
  headers: IncomingHttpHeaders,
  apiKey: string,
): { version: ApiVersion } | { refusal: Refusal } {
  const keys = [headers['x-api-key'], bearerToken(headers.authorization)].filter(Boolean);
  if (keys.length === 0) return denied('x-api-key or Authorization header is required');
  if (keys.some((key) => key !== apiKey)) return denied('invalid x-api-key');
  const version = apiVersions.find((known) => known === headers['anthropic-version']);
  if (headers['anthropic-version'] === undefined) {
    return refused('anthropic-version: header is required');
  }
  if (version === undefined) {
    return refused(`anthropic-version: "${headers['anthropic-version']}" is not a valid version`);
  }
  if (!headers['content-type']?.startsWith('application/json')) {
    return refused('content-type: should be application/json');
  }
  if (headers['content-encoding'] !== undefined) {
    return refused('content-encoding: this stand-in reads plain bodies only');
  }
  return { version };
}

function bearerToken(authorization: string | undefined): string | undefined {
  return authorization?.match(/^Bearer (.*)$/i)?.[1];
}

function denied(message: string): { refusal: Refusal } {
  return { refusal: { status: 401, type: 'authentication_error', message } };
}

function refused(message: string): { refusal: Refusal } {
  return { refusal: invalidRequest(message) };
}
