import type { ClaimOutcome } from './claim-handoff.ts';
import type { Notice } from './wizard-state.ts';

/** What is said of the chat's values when they were asked for. */
export const claimNotices: Readonly<Record<ClaimOutcome, Notice>> = {
  applied: {
    tone: 'good',
    text: 'We filled in what you agreed in the chat, marked “from your chat”. Please check it; you can change everything.',
  },
  superseded: {
    tone: 'problem',
    text: 'What you agreed in the chat has changed since. Please press the newest “Start Booking” there, or fill in the form.',
  },
  gone: {
    tone: 'problem',
    text: 'What you agreed in the chat is no longer kept for this page: it lasts five minutes and can be opened once. Please fill in the form, or press “Start Booking” in the chat again.',
  },
  failed: {
    tone: 'problem',
    text: 'We could not fetch what you agreed in the chat. Try again, or just fill in the form.',
    canRetryClaim: true,
  },
};

/** Of a booking that was sent before the page was loaded, and never answered. */
export const MAYBE_BOOKED: Notice = {
  tone: 'problem',
  text: 'Your last try may have reached us. Press “Book” to find out: it cannot be booked twice.',
};

/** A copy of this page did, at another price or for somebody else. */
export const BOOKED_ELSEWHERE =
  'This order has already been booked in another tab. Press “Book” again only if you want to book it a second time.';

/** Somebody was signed in when the form was begun. */
export const SESSION_ENDED: Notice = {
  tone: 'problem',
  text: 'You are no longer signed in. Sign in again in the step “Contact”, or enter your name and e-mail address there and book as a guest.',
};

export const sessionBegan = (email: string): Notice => ({
  tone: 'good',
  text: `You are signed in as ${email} now: the booking will be among the bookings of that account.`,
});

/** Somebody signed out in another tab, which takes the draft with it. */
export const SIGNED_OUT: Notice = {
  tone: 'problem',
  text: 'You have signed out, so what was entered here is removed. You can begin anew.',
};
