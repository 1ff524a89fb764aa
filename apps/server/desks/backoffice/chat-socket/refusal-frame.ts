import type { ServerFrame } from '@deskbell/protocol';
import type { HttpProblemOptions } from '../../../platform/http/problem.ts';

/** A refusal as a frame: the sentence and the code that HTTP would answer with. */
export function refusalFrame({ code, detail, headers }: HttpProblemOptions): ServerFrame {
  const retryAfter = Number(headers?.['retry-after']);
  return {
    type: 'error',
    message: detail,
    code,
    ...(Number.isInteger(retryAfter) ? { retry_after: retryAfter } : {}),
  };
}
