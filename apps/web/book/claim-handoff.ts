import { randomUuid } from '@deskbell/widget';
import type { Answer, BookingApi } from './api.ts';
import { applyHandoff } from './apply-handoff.ts';
import type { Draft } from './draft.ts';
import { isDraftOrder } from './parse-draft.ts';

/** `failed`: nobody knows yet; the same claim may be asked for again. `gone`: it never will be;
 * `superseded`: the chat has made a newer one. */
export type ClaimOutcome = 'applied' | 'superseded' | 'gone' | 'failed';

/**
 * The draft with a claim of the hand-over under way, to be stored before it is asked for. One that
 * was applied before is not claimed again, and one under way keeps its key.
 */
export const beginClaim = (draft: Draft, handoffId: string): Draft =>
  draft.appliedHandoffId === handoffId || draft.claim?.handoffId === handoffId
    ? draft
    : { ...draft, claim: { handoffId, claimKey: randomUuid() } };

const isSuperseded = (answer: Answer<unknown>): boolean =>
  answer.kind === 'refused' && answer.code === 'handoff_superseded';

/** Asks for the values of the draft's claim. Whoever calls it puts them into the newest draft. */
export const finishClaim = async (
  api: Pick<BookingApi, 'claimHandoff'>,
  claim: NonNullable<Draft['claim']>,
): Promise<{ outcome: ClaimOutcome; apply: (draft: Draft) => Draft }> => {
  const dropClaim = (draft: Draft): Draft => ({ ...draft, claim: null });
  const answer = await api.claimHandoff(claim.handoffId, claim.claimKey);
  if (answer.kind === 'ok' && isDraftOrder(answer.value.prefill_data)) {
    const { prefill_data } = answer.value;
    return {
      outcome: 'applied',
      apply: (draft) => applyHandoff(draft, claim.handoffId, prefill_data),
    };
  }
  const mayWorkLater =
    answer.kind === 'lost' ||
    answer.kind === 'aborted' ||
    (answer.kind === 'refused' && (answer.status >= 500 || answer.status === 429));
  return mayWorkLater
    ? { outcome: 'failed', apply: (draft) => draft }
    : { outcome: isSuperseded(answer) ? 'superseded' : 'gone', apply: dropClaim };
};
