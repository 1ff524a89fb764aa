import type { ExecutionSummary } from '@deskbell/protocol';
import { sayDuration } from '../../ui/time-words.ts';

type Timed = Pick<
  ExecutionSummary,
  'status' | 'accepted_at' | 'started_at' | 'completed_at' | 'attempts'
>;

/** What a person can do about each `error_code`. */
const ADVICE: Readonly<Record<string, string>> = {
  time_limit:
    'Try it once more. If it fails again, download the mail and open it with a mail program.',
  crashed:
    'Try it once more. If it fails again, download the mail and open it with a mail program.',
  unexpected:
    'Try it once more. If it fails again, whoever runs the server finds the reason in its log under this id.',
  interrupted: 'Find out why the server keeps stopping, then try it again.',
};

/** Whether another try may end otherwise. */
export const isWorthRetrying = (errorCode: string | null): boolean =>
  !['too_large', 'too_many_parts', 'too_deep'].includes(errorCode ?? '');

/** What to do about a failure, as sentences. */
export const adviceFor = (errorCode: string | null): string =>
  isWorthRetrying(errorCode)
    ? (ADVICE[errorCode ?? ''] ??
      'Try it once more. If it fails again, ask whoever runs the server.')
    : 'Another try ends the same way: download the mail and open it with a mail program.';

const AGENT_FAILURES: Readonly<Record<string, string>> = {
  time_limit: 'It did not finish in its time.',
  crashed: 'It broke down while reading this mail.',
};

/** Why an agent came to nothing. */
export const sayAgentFailure = (errorCode: string | null): string =>
  AGENT_FAILURES[errorCode ?? ''] ?? 'It came to no result.';

const FALLBACKS: Readonly<Record<string, string>> = {
  model_unavailable: 'no language model was available',
  model_time_limit: 'the language model took too long',
  model_not_json: 'the language model gave no usable answer',
  model_against_schema: 'the language model gave no usable answer',
  model_refused: 'the language model refused to answer',
  model_cut_off: 'the language model was cut off',
};

/** Why the rules answered though a language model was to; undefined when that is not so. */
export const sayFallback = (errorCode: string | null): string | undefined => {
  if (errorCode === null || !errorCode.startsWith('model_')) return undefined;
  return `The rules answered: ${FALLBACKS[errorCode] ?? 'the language model failed'}.`;
};

/** How long it waited for its only try; undefined after several, whose first start is not known. */
export function waitedMs({ accepted_at, started_at, attempts }: Timed): number | undefined {
  if (started_at === null || attempts !== 1) return undefined;
  return Math.max(0, Date.parse(started_at) - Date.parse(accepted_at));
}

/** How long the last try took; undefined while it has not ended, and for what never started. */
export function ranMs({ status, started_at, completed_at }: Timed): number | undefined {
  if (started_at === null || completed_at === null) return undefined;
  if (status !== 'completed' && status !== 'failed') return undefined;
  return Math.max(0, Date.parse(completed_at) - Date.parse(started_at));
}

/** One sentence about how it went: what a list shows, and what is read out when it changes. */
export function sayProgress(execution: Timed): string {
  const ran = ranMs(execution);
  const tries = execution.attempts > 1 ? ` on try ${execution.attempts}` : '';
  switch (execution.status) {
    case 'pending':
      return execution.attempts > 0 ? 'It waits for another try.' : 'It waits for its turn.';
    case 'running':
      return execution.attempts > 1
        ? `The agents are reading it, try ${execution.attempts}.`
        : 'The agents are reading it.';
    case 'completed':
      return `It completed${tries}${ran === undefined ? '' : ` in ${sayDuration(ran)}`}.`;
    case 'failed':
      return `It failed${tries}${ran === undefined ? '' : ` after ${sayDuration(ran)}`}.`;
    case 'cancelled':
      return 'It was cancelled; nothing more happens with it.';
  }
}
