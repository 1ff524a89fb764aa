import { HttpProblem } from '../../platform/http/problem.ts';

/** Why a message begins no turn, at any desk. */
export const turnRunning = (): HttpProblem =>
  new HttpProblem({
    code: 'turn_running',
    detail: 'the assistant is still answering the message before this one',
  });

export const keyReused = (): HttpProblem =>
  new HttpProblem({
    code: 'idempotency_mismatch',
    detail: 'this Idempotency-Key was already used for another message',
  });

export const serverDraining = (): HttpProblem =>
  new HttpProblem({
    code: 'unavailable',
    detail: 'the server is restarting, please try again in a moment',
    headers: { 'retry-after': '2' },
  });
