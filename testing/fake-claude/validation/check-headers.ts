import type { IncomingHttpHeaders } from 'node:http';
import { invalidRequest, type Refusal } from '../refusal.ts';

export function checkHeaders(headers: IncomingHttpHeaders, apiKey: string): Refusal | undefined {
  const key = headers['x-api-key'];
  if (key === undefined || key === '') {
    return authenticationError('x-api-key header is required');
  }
  if (key !== apiKey) return authenticationError('invalid x-api-key');
  const version = headers['anthropic-version'];
  if (version === undefined) return invalidRequest('anthropic-version: header is required');
  if (version !== '2023-06-01') {
    return invalidRequest(`anthropic-version: "${version}" is not a valid version`);
  }
  if (!headers['content-type']?.startsWith('application/json')) {
    return invalidRequest('content-type: should be application/json');
  }
  if (headers['content-encoding'] !== undefined) {
    return invalidRequest('content-encoding: this stand-in reads plain bodies only');
  }
  return undefined;
}

function authenticationError(message: string): Refusal {
  return { status: 401, type: 'authentication_error', message };
}
