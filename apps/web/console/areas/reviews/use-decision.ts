import type { ExecutionDetail, Review, ReviewDecisionRequest } from '@deskbell/protocol';
import { useState } from 'react';
import { queryClient } from '../../api/query-client.ts';
import { ApiProblem, request } from '../../api/request.ts';
import { showRecord } from '../tasks/show-record.ts';
import { readReview } from './read-reviews.ts';

/** Reviews that have been decided here, or are being: a second press is none. */
const decidedHere = new Set<string>();

export interface Decision {
  /** Resolves to whether this was what decided it. */
  decide: (decision: ReviewDecisionRequest) => Promise<boolean>;
  isRunning: boolean;
  /** A sentence, of the last try. */
  error: string | undefined;
  /** Somebody else had decided it before: the review says who and when. */
  cameTooLate: boolean;
}

/** Decides a review, once, wherever it is shown. */
export function useDecision(review: Review): Decision {
  const [state, setState] = useState<Omit<Decision, 'decide'>>({
    isRunning: false,
    error: undefined,
    cameTooLate: false,
  });

  async function decide(decision: ReviewDecisionRequest): Promise<boolean> {
    if (decidedHere.has(review.id)) return false;
    decidedHere.add(review.id);
    setState({ isRunning: true, error: undefined, cameTooLate: false });
    try {
      const execution = await request<ExecutionDetail>(
        `/api/reviews/${encodeURIComponent(review.id)}`,
        { method: 'POST', body: decision },
      );
      showRecord('reviews', { ...review, ...execution.review, actions: execution.actions });
      void queryClient.invalidateQueries({ queryKey: ['execution', review.execution_id] });
      setState({ isRunning: false, error: undefined, cameTooLate: false });
      return true;
    } catch (error) {
      decidedHere.delete(review.id);
      const isLate = error instanceof ApiProblem && error.status === 409;
      if (isLate) {
        await readReview(review.id).then(
          (now) => showRecord('reviews', now),
          () => {},
        );
      }
      const words = error instanceof Error ? error.message : 'This could not be decided.';
      setState({
        isRunning: false,
        error: isLate ? undefined : words,
        cameTooLate: isLate,
      });
      return false;
    }
  }

  return { ...state, decide };
}
