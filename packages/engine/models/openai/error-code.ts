import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import type { ModelErrorCode } from '../../model-error.ts';
import { statusCode, transportCode } from '../http/transport-code.ts';

/** Our code for an error of the SDK or the socket; null when it is neither. */
export function openAiErrorCode(error: unknown): ModelErrorCode | null {
  if (error instanceof APIConnectionTimeoutError) return 'timeout';
  if (error instanceof APIConnectionError) return 'connection';
  if (error instanceof APIError) {
    // An error in the middle of a stream has no status; servers put the number into its code.
    const status = error.status ?? Number(error.code ?? Number.NaN);
    return Number.isInteger(status) ? statusCode(status) : 'server_error';
  }
  return transportCode(error);
}
