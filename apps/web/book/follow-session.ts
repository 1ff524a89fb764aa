import type { Session } from '../account/session.ts';
import { SESSION_ENDED, sessionBegan } from './notices.ts';
import type { Places } from './places.ts';
import type { StateHolder } from './state-holder.ts';
import type { StepName } from './steps.ts';

const isSame = (a: Session, b: Session): boolean =>
  a.kind === 'signed_in' && b.kind === 'signed_in' ? a.email === b.email : a.kind === b.kind;

/**
 * Asks again who is signed in, and says so when that is no longer what the form says: whose the
 * booking becomes must never be a surprise. A review that has lost its name or e-mail address so
 * goes back to where they are entered.
 */
export const createSessionFollower = (options: {
  holder: StateHolder;
  places: () => Places;
  isComplete: (step: StepName) => boolean;
  /** Never rejects. */
  readSession: () => Promise<Session>;
}): (() => Promise<void>) => {
  const { holder, places, isComplete, readSession } = options;
  return async () => {
    const session = await readSession();
    const { session: before, place } = holder.get();
    // Where the server cannot be asked, what it said last is the best there is.
    if (session.kind === 'unknown' || isSame(before, session)) return;
    holder.update({ session });
    if (before.kind === 'unknown' || place === 'booked') return;
    if (place === 'review' && !isComplete('contact')) {
      places().showFirstIncomplete();
      places().focusOn('heading');
    }
    holder.update({
      notice: session.kind === 'signed_in' ? sessionBegan(session.email) : SESSION_ENDED,
    });
  };
};
