import { sayDay, sayMoney } from '@deskbell/clerk';
import { plural, sayNotChecked } from '../wording.ts';
import type { Flow } from './flow.ts';

const SIGN_IN =
  'I can only show bookings to a customer who is signed in. Please sign in on this website and ask me again; your dashboard there lists them too.';

const MOST_BOOKINGS = 5;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The signed-in customer's newest bookings. */
export const bookings: Flow = (turn, business) => {
  const { profile } = business;
  if (!turn.has('lookup_booking_status')) {
    return { text: `${SIGN_IN} You can also call ${profile.phone}.` };
  }
  const outcome = turn.use('lookup_booking_status', {});
  if (outcome === undefined) return undefined;
  if (!outcome.ok) return { text: sayNotChecked(business) };
  const list: Record<string, unknown>[] = Array.isArray(outcome.value.bookings)
    ? outcome.value.bookings
    : [];
  if (list.length === 0) {
    return {
      text: 'You have no bookings with us yet.',
      offer: turn.vary('Shall I start a booking?', 'Would you like to start a booking?'),
    };
  }
  const asked =
    /\b(?:tt-?|(?:booking|order|reservation)(?: (?:number|no\.?))? ?#? ?)(\d{3,})\b/.exec(
      turn.memory.heard.text,
    )?.[1];
  const named = list.find(
    ({ booking_number: number }) =>
      asked !== undefined && Number(textOf(number)?.replace(/\D/g, '')) === Number(asked),
  );
  if (asked !== undefined && named === undefined) {
    return {
      text: `I don't see a booking with that number among your newest ones. I can only look up your own bookings; for anything else, call ${profile.phone}.`,
    };
  }
  const shown = named === undefined ? list.slice(0, MOST_BOOKINGS) : [named];
  const lines = shown.map((entry) => sayBooking(entry, turn.now.today));
  const opening =
    named !== undefined
      ? 'Here is that booking:'
      : shown.length === 1
        ? 'Here is your newest booking:'
        : `Here are your ${shown.length} newest bookings:`;
  return {
    text: `${opening}\n${lines.join('\n')}\nTo change a booking, e-mail ${profile.ordersEmail}.`,
  };
};

function sayBooking(entry: Record<string, unknown>, today: string): string {
  const day = textOf(entry.pickup_date);
  const parts = [
    textOf(entry.service),
    day === undefined ? undefined : `pickup on ${sayDay(day, today)}`,
    textOf(entry.status),
    typeof entry.total === 'number' ? sayMoney(entry.total) : undefined,
  ].filter((part) => part !== undefined);
  return `- ${textOf(entry.booking_number) ?? 'Booking'}: ${parts.join(', ')}`;
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
  if (total !== undefined) texts.push(`You have made ${plural(total, 'booking')} with us`);
  if (completed !== undefined) texts.push(`${completed} completed`);
  if (upcoming !== undefined) texts.push(`${upcoming} upcoming`);
  const text = texts.length === 0 ? '' : `${texts.join(', ')}.`;
  return {
    text: `${text}${spent === undefined ? '' : ` In total you have spent ${sayMoney(spent)}.`} Thank you for choosing us!`.trim(),
  };
};
