import { HttpProblem } from '../../platform/http/problem.ts';

/** The refusal of a change to what somebody else has changed since. */
export const outdated = (what: string): HttpProblem =>
  new HttpProblem({
    code: 'conflict',
    detail: `somebody else has changed this ${what}; please look at it again first`,
  });
