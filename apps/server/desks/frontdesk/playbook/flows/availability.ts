import { addDays, daysBetween, sayDay, sayDays, sayList } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { contact, sayNotChecked, sayRefusal } from '../wording.ts';
import type { Flow, Part, Turn } from './flow.ts';

interface Day {
  date: string;
  isBusy: boolean;
  isBlocked: boolean;
  blockedReason: string | undefined;
  surcharges: string[];
}

const MOST_DAYS = 30;

/** Whether days are free, with their surcharges. */
export const availability: Flow = (turn, business) => {
  const { heard, days, order } = turn.memory;
  const { today } = turn.now;
  if (heard.days.some(({ isImpossible }) => isImpossible)) {
    return {
      text: "That date doesn't exist on the calendar.",
      question: 'Which day did you have in mind?',
    };
  }
  const named = heard.days.filter(({ first }) => first !== '');
  const wanted = named.length > 0 ? named : (days ?? daySpan(order.day));
  const spans = Array.isArray(wanted) ? wanted : wanted === undefined ? [] : [wanted];
  if (spans.length === 0) {
    if (
      /\b(?:earliest|soonest|next (?:free|open|available|opening)|as soon as)\b/.test(heard.text)
    ) {
      spans.push({ first: addDays(today, 1), last: addDays(today, 14) });
    } else {
      return {
        text: turn.vary('I can check that for you.', 'Happy to look that up.'),
        question: 'Which day or days would you like?',
      };
    }
  }
  const parts: Part[] = [];
  let isPending = false;
  for (const span of spans.slice(0, 3)) {
    const part = checkSpan(turn, business, span);
    if (part === undefined) isPending = true;
    else parts.push(part);
  }
  if (isPending) return undefined;
  const last = parts.at(-1);
  return {
    text: parts.map(({ text }) => text).join(' '),
    ...(last?.question === undefined ? {} : { question: last.question }),
    ...(last?.offer === undefined ? {} : { offer: last.offer }),
  };
};

const daySpan = (day: string | undefined): { first: string; last: string } | undefined =>
  day === undefined ? undefined : { first: day, last: day };

function checkSpan(
  turn: Turn,
  business: Business,
  { first, last }: { first: string; last: string },
): Part | undefined {
  const { today } = turn.now;
  if (last < today) {
    return {
      text: `${sayDay(last, today)} is already past.`,
      question: 'Which other day would suit you?',
    };
  }
  const start = first < today ? today : first;
  const count = Math.min(daysBetween(start, last), MOST_DAYS);
  const outcome = turn.use('check_availability', { start_date: start, num_days: count });
  if (outcome === undefined) return undefined;
  if (!outcome.ok) {
    const said = outcome.reason === 'refused' ? sayRefusal(outcome.error) : undefined;
    return { text: said ?? sayNotChecked(business) };
  }
  const end = addDays(start, count);
  const days = readDays(outcome.value).filter(({ date }) => date >= start && date <= end);
  if (days.length === 0) return { text: sayNotChecked(business) };
  return days.length === 1 && days[0] !== undefined
    ? sayOneDay(turn, business, days[0])
    : sayManyDays(turn, business, days);
}

/** The days of an availability result. */
export function readDays(value: Record<string, unknown>): Day[] {
  const list: Record<string, unknown>[] = Array.isArray(value.dates) ? value.dates : [];
  return list.map((day) => ({
    date: String(day.date),
    isBusy: day.availability === 'busy',
    isBlocked: day.blocked === true,
    blockedReason: typeof day.blocked_reason === 'string' ? day.blocked_reason : undefined,
    surcharges: Array.isArray(day.surcharges) ? day.surcharges.flatMap(saySurcharge) : [],
  }));
}

/** "Weekend - Mini Move: +$175" as "$175 for a Mini Move". */
function saySurcharge(entry: unknown): string[] {
  if (typeof entry !== 'string') return [];
  const parts = /^(?:.* - )?(.+?): \+?(\$[\d,.]+)$/.exec(entry);
  return [parts === null ? entry : `${parts[2]} for ${parts[1]}`];
}

function sayOneDay(turn: Turn, business: Business, day: Day): Part | undefined {
  const { today } = turn.now;
  const name = sayDay(day.date, today);
  if (day.isBlocked) {
    return {
      text: `${name} can't be booked online. ${day.blockedReason ?? `Please ${contact(business)}.`}`,
      question: 'Would another day work for you; if so, which day?',
    };
  }
  if (day.isBusy) {
    const next = turn.use('check_availability', { start_date: addDays(day.date, 1), num_days: 6 });
    if (next === undefined) return undefined;
    const free = next.ok
      ? readDays(next.value).filter(({ isBusy, isBlocked }) => !isBusy && !isBlocked)
      : [];
    const other = free.slice(0, 3).map(({ date }) => sayDay(date, today));
    return {
      text: `${name} is already busy, though it can still be booked.${other.length > 0 ? ` The next free days are ${sayList(other)}.` : ''}`,
      question: 'Which day would you like?',
    };
  }
  const extra =
    day.surcharges.length > 0
      ? ` The surcharge that day is ${sayList(day.surcharges)}.`
      : ' No date surcharge applies.';
  return {
    text: `${turn.vary(`Yes, ${name} is available.`, `${name} is available.`, `Good news: ${name} is available.`)}${extra}`,
    offer: offerBooking(turn),
  };
}

function sayManyDays(turn: Turn, business: Business, days: readonly Day[]): Part {
  const { today } = turn.now;
  const free = days.filter(({ isBusy, isBlocked }) => !isBusy && !isBlocked);
  const busy = days.filter(({ isBusy, isBlocked }) => isBusy && !isBlocked);
  const blocked = days.filter(({ isBlocked }) => isBlocked);
  const span = sayDays(days[0]?.date ?? today, days.at(-1)?.date ?? today, today);
  const texts: string[] = [];
  if (free.length === 0) {
    texts.push(`There is no free day for online booking in ${span}. Please ${contact(business)}.`);
  } else if (free.length === days.length) {
    texts.push(
      days.length === 2
        ? `Both days are available: ${sayList(free.map(({ date }) => sayDay(date, today)))}.`
        : `Every day from ${span} is available.`,
    );
  } else {
    texts.push(
      free.length > 8
        ? `From ${span}, ${free.length} of the days are available.`
        : `Available: ${sayList(free.map(({ date }) => sayDay(date, today)))}.`,
    );
  }
  if (busy.length > 0)
    texts.push(
      `Busy, but still possible: ${sayList(busy.slice(0, 8).map(({ date }) => sayDay(date, today)))}${busy.length > 8 ? ' and others' : ''}.`,
    );
  if (blocked.length > 0)
    texts.push(
      `${sayList(blocked.map(({ date }) => sayDay(date, today)))} can't be booked online; please call ${business.profile.phone}.`,
    );
  const charged = free.filter(({ surcharges }) => surcharges.length > 0);
  const [first] = charged;
  if (first !== undefined) {
    const isEqual = charged.every(
      ({ surcharges }) => surcharges.join() === first.surcharges.join(),
    );
    const when =
      charged.length === free.length
        ? charged.length === 1
          ? 'that day'
          : 'on each of these days'
        : charged.length > 4
          ? 'on weekends and peak dates'
          : `on ${sayList(charged.map(({ date }) => sayDay(date, today)))}`;
    texts.push(
      isEqual
        ? `The surcharge ${when} is ${sayList(first.surcharges)}.`
        : `Date surcharges apply ${when}.`,
    );
  } else if (free.length > 0) {
    texts.push('No date surcharge applies.');
  }
  return free.length === 0
    ? { text: texts.join(' ') }
    : {
        text: texts.join(' '),
        question: turn.vary('Which day would you like?', 'Which day suits you best?'),
      };
}

function offerBooking(turn: Turn): string {
  if (turn.memory.handedOff !== undefined) return 'Shall I update your booking to that day?';
  return turn.vary(
    'Shall I start a booking for that day?',
    'Would you like me to start a booking for that day?',
  );
}
