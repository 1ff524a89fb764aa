import { isDatabaseUnavailable } from '../../platform/database-error.ts';
import { WorkerError } from '../workers/worker-pool.ts';
import { ClaimLostError } from './job.ts';

/** What is to become of a mail that did not get through. */
export type Failure =
  /** Nothing wrong with it: put it back as it was. */
  | { kind: 'interrupted' }
  /** Somebody else's by now. */
  | { kind: 'lost' }
  /** `isFinal`: another try would end the same way. `message` is for staff. */
  | { kind: 'error'; code: string; message: string; isFinal: boolean };

export function describeFailure(error: unknown, signal: AbortSignal): Failure {
  if (signal.reason instanceof ClaimLostError || error instanceof ClaimLostError)
    return { kind: 'lost' };
  if (signal.aborted || isDatabaseUnavailable(error)) return { kind: 'interrupted' };
  if (error instanceof WorkerError)
    return {
      kind: 'error',
      code: error.code,
      message: error.message,
      isFinal: error.code !== 'crashed',
    };
  return {
    kind: 'error',
    code: 'unexpected',
    message: 'Something went wrong on our side while this mail was being worked on.',
    isFinal: false,
  };
}
