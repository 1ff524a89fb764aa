import { APIConnectionError, APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk';
import type { ModelErrorCode } from '../../model-error.ts';
import { statusCode, transportCode } from '../http/transport-code.ts';

const CODES: ReadonlyMap<string, ModelErrorCode> = new Map([
  ['invalid_request_error', 'invalid_request'],
  ['authentication_error', 'authentication'],
  ['permission_error', 'authentication'],
  ['billing_error', 'authentication'],
  ['not_found_error', 'model_not_found'],
  ['rate_limit_error', 'rate_limited'],
  ['timeout_error', 'timeout'],
  ['api_error', 'server_error'],
  ['overloaded_error', 'overloaded'],
]);

/**
 * Our code for an error of the SDK or the socket; null when it is neither. The error's `type`
 * decides where there is one: in the middle of a stream there is no status.
 */
export function claudeErrorCode(error: unknown): ModelErrorCode | null {
  if (error instanceof APIConnectionTimeoutError) return 'timeout';
  if (error instanceof APIConnectionError) return 'connection';
  if (error instanceof APIError) {
    const byType = error.type === null ? undefined : CODES.get(error.type);
    return byType ?? (error.status === undefined ? 'server_error' : statusCode(error.status));
  }
  return transportCode(error);
}
