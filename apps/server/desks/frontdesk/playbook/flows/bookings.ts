import { sayCount, sayDay, sayMoney } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { sayNotChecked } from '../wording.ts';
import type { Flow, Part } from './flow.ts';
import { type ListedBooking, pickBookings, readBookings } from './pick-booking.ts';

const SIGN_IN =
  'I can only show bookings to a customer who is signed in. Please sign in on this website and ask me again; your dashboard there lists them too.';

/** The lookup tool lists no more than these. */
const MOST_BOOKINGS = 5;

/** The signed-in customer's newest bookings, or the ones among them a question is about. */
export const bookings: Flow = (turn, business) => {
  const { profile } = business;
  if (!turn.has('lookup_booking_status')) {
    return { text: `${SIGN_IN} You can also call ${profile.phone}.` };
  }
  const outcome = turn.use('lookup_booking_status', {});
  if (outcome === undefined) return undefined;
  if (!outcome.ok) return { text: sayNotChecked(business) };
  const list = readBookings(outcome.value).slice(0, MOST_BOOKINGS);
  if (list.length === 0) {
    return {
      text: 'You have no bookings with us yet.',
      offer: turn.vary('Shall I start a booking?', 'Would you like to start a booking?'),
    };
  }
  const { heard, shown, listed, meant } = turn.memory;
  const { today } = turn.now;
  let picked = pickBookings({ text: heard.text, list, shown, listed, today, days: heard.days });
  if (picked.how === 'all' && shown.length === 0 && meant !== undefined) {
    picked = pickBookings({ ...meant, list, shown, listed, today });
  }
  const [only] = picked.bookings;
  if (picked.how === 'missing') {
    return {
      text: `I don't see a booking with that number among your newest ones. I can only look up your own bookings; for anything else, call ${profile.phone}.`,
    };
  }
  if (picked.how === 'none_to_come') {
    return {
      text: 'I see no upcoming pickup among your newest bookings.',
      offer: turn.vary('Shall I list them?', 'Would you like to see them all?'),
    };
  }
  if (picked.how === 'none_so') {
    return {
      text: 'None of your newest bookings has that status.',
      offer: turn.vary('Shall I list them?', 'Would you like to see them all?'),
    };
  }
  if (only !== undefined && picked.bookings.length === 1 && picked.how !== 'all') {
    return sayOne(only, {
      text: heard.text,
      today,
      business,
      how: picked.how,
      isAll: list.length < MOST_BOOKINGS,
    });
  }
  const lines = picked.bookings.map((entry) => `- ${sayBooking(entry, today)}`);
  const isList = picked.how === 'all';
  const opening = !isList
    ? `These are ${lines.length} of your newest bookings:`
    : lines.length === 1
      ? 'Here is your newest booking:'
      : `Here are your ${lines.length} newest bookings:`;
  return {
    text: `${opening}\n${lines.join('\n')}\nTo change a booking, e-mail ${profile.ordersEmail}.`,
  };
};

function sayBooking({ number, service, day, status, total }: ListedBooking, today: string): string {
  const parts = [
    service,
    day === undefined ? undefined : `pickup on ${sayDay(day, today)}`,
    status,
    total === undefined ? undefined : sayMoney(total),
  ].filter((part) => part !== undefined);
  return `${number}: ${parts.join(', ')}`;
}

/** One booking, with what was asked about it first. The status is all that is known of a payment. */
function sayOne(
  booking: ListedBooking,
  options: { text: string; today: string; business: Business; how: string; isAll: boolean },
): Part {
  const { text, today, business, how, isAll } = options;
  const { status, day } = booking;
  const line = sayBooking(booking, today);
  const { ordersEmail } = business.profile;
  if (
    /\b(?:how many|what(?: is|'s| are)) .*\b(?:in|on|part of) (?:it|that|this|the (?:order|booking|delivery|move|transfer))\b/.test(
      text,
    )
  ) {
    return {
      text: `I can't see here what is in it; your dashboard may show more, or e-mail ${ordersEmail}. ${line}.`,
    };
  }
  if (how === 'so') return { text: `The one that is ${status}:\n- ${line}` };
  if (/\b(?:paid|pay|payment)\b/.test(text) && !/\bhow much\b/.test(text)) {
    if (status === 'paid') return { text: `Yes, it is paid. ${line}.` };
    if (status === 'pending') {
      return {
        text: `I don't see a payment for it yet: its status is pending, and payment follows by an e-mailed link. ${line}.`,
      };
    }
    return {
      text: `Its status is ${status ?? 'not known to me'}; for details of the payment, e-mail ${ordersEmail}. ${line}.`,
    };
  }
  const asked = /\b(?:confirmed|pending|cancelled|canceled|completed)\b/.exec(text)?.[0];
  if (asked !== undefined && /^(?:\w+,? ){0,3}?(?:is|was|has|are|did|got)\b/.test(text)) {
    const isSo = status === asked.replace('canceled', 'cancelled');
    return { text: isSo ? `Yes, it is ${status}. ${line}.` : `Its status is ${status}. ${line}.` };
  }
  if (how === 'next' && day !== undefined) {
    return {
      text: `${isAll ? 'Your next pickup is' : 'Of your newest bookings, the next pickup is'} on ${sayDay(day, today)}: ${sayBooking({ ...booking, day: undefined }, today).replace(':', ',')}.`,
    };
  }
  return {
    text: `Here is that booking:\n- ${line}\nTo change a booking, e-mail ${ordersEmail}.`,
  };
}

/** Sums over all of the signed-in customer's bookings. */
export const history: Flow = (turn, business) => {
  if (!turn.has('lookup_booking_history')) {
    return { text: `${SIGN_IN} You can also call ${business.profile.phone}.` };
  }
  const outcome = turn.use('lookup_booking_history', {});
  if (outcome === undefined) return undefined;
  if (!outcome.ok) return { text: sayNotChecked(business) };
  const numberOf = (value: unknown): number | undefined =>
    typeof value === 'number' ? value : undefined;
  const total = numberOf(outcome.value.total_bookings);
  const completed = numberOf(outcome.value.completed);
  const upcoming = numberOf(outcome.value.upcoming);
  const spent = numberOf(outcome.value.total_spent);
  if (total === 0)
    return { text: 'You have no bookings with us yet.', offer: 'Shall I start a booking?' };
  const texts: string[] = [];
  if (total !== undefined) texts.push(`You have made ${sayCount(total, 'booking')} with us`);
  if (completed !== undefined) texts.push(`${completed} completed`);
  if (upcoming !== undefined) texts.push(`${upcoming} upcoming`);
  const text = texts.length === 0 ? '' : `${texts.join(', ')}.`;
  return {
    text: `${text}${spent === undefined ? '' : ` In total you have spent ${sayMoney(spent)}.`} Thank you for choosing us!`.trim(),
  };
};
