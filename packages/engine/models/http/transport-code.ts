import { errors } from 'undici';
import type { ModelErrorCode } from '../../model-error.ts';

/** The code of an error of the socket while a body was read, null for any other error. */
export function transportCode(error: unknown): ModelErrorCode | null {
  if (error instanceof errors.BodyTimeoutError || error instanceof errors.HeadersTimeoutError) {
    return 'timeout';
  }
  if (error instanceof errors.UndiciError) return 'connection';
  const isSystemError =
    error instanceof Error && 'syscall' in error && typeof error.syscall === 'string';
  return isSystemError ? 'connection' : null;
}

/** The code of an HTTP status that is not a success. */
export function statusCode(status: number): ModelErrorCode {
  switch (status) {
    case 401:
    case 402:
    case 403:
      return 'authentication';
    case 404:
      return 'model_not_found';
    case 408:
    case 504:
      return 'timeout';
    case 429:
      return 'rate_limited';
    case 503:
    case 529:
      return 'overloaded';
    default:
      return status >= 400 && status < 500 && status !== 409 ? 'invalid_request' : 'server_error';
  }
}
