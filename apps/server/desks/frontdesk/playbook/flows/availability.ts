import {
  addDays,
  daysBetween,
  isWeekend,
  sayCount,
  sayDay,
  sayDaySet,
  sayList,
} from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { contact, sayNotChecked, sayRefusal } from '../wording.ts';
import { askedDays } from './asked-days.ts';
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
  const part = sayAvailability(turn, business);
  if (part === undefined || !HOLD.test(turn.memory.heard.text)) return part;
  return { ...part, text: `I can't hold a day: only a finished booking keeps it. ${part.text}` };
};

/** "Hold Friday for me while I think". */
const HOLD =
  /\b(?:hold|save|block(?: off)?|keep)\b(?! (?:my|our) (?:bags?|luggage|stuff|things))[^.?!]{0,30}\b(?:for (?:me|us)|open|free|slot|spot|date|day|while|until i)\b|\bpencil (?:me|us) in\b/;

const sayAvailability: Flow = (turn, business) => {
  const { heard, days, order } = turn.memory;
  const { today } = turn.now;
  if (heard.days.some(({ isImpossible }) => isImpossible)) {
    return {
      text: "That date doesn't exist on the calendar.",
      question: 'Which day did you have in mind?',
    };
  }
  const named = askedDays(heard.text, heard.days, today);
  const wanted = named.length > 0 ? named : (days ?? daySpan(order.day));
  const spans: { first: string; last: string }[] = Array.isArray(wanted)
    ? wanted
    : wanted === undefined
      ? []
      : [wanted];
  if (spans.length === 0) {
    if (
      /\b(?:earliest|soonest|(?:next|first) (?:free|open|available|opening|possible)|as soon as|when (?:can|could) you (?:\w+ ){0,4}next|asap)\b/.test(
        heard.text,
      )
    ) {
      spans.push({ first: addDays(today, 1), last: addDays(today, 14) });
    } else {
      return {
        text: turn.vary('I can check that for you.', 'Happy to look that up.'),
        question: 'Which day or days would you like?',
      };
    }
  }
  const onlyToday = spans.length === 1 && spans[0]?.last === today;
  if (onlyToday && /\bthis weekend\b|\bthe weekend\b/.test(heard.text)) {
    // On a Sunday only today is left of it.
    const next = checkSpan(turn, business, { first: addDays(today, 6), last: addDays(today, 7) });
    if (next === undefined) return undefined;
    return {
      ...next,
      text: `Of this weekend only today is left, and today can't be booked online; please call ${business.profile.phone}. Next weekend: ${next.text}`,
    };
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
  if (parts.length > 1 && parts.some(({ offer }) => offer !== undefined)) {
    return {
      text: parts.map(({ text }) => text).join(' '),
      question: turn.vary('Which day would you like?', 'Which day suits you best?'),
    };
  }
  return {
    text: parts.map(({ text }) => text).join(' '),
    ...(last?.question === undefined ? {} : { question: last.question }),
    ...(last?.offer === undefined ? {} : { offer: last.offer }),
  };
};

const daySpan = (day: string | undefined): { first: string; last: string } | undefined =>
  day === undefined ? undefined : { first: day, last: day };

/** What is free of a span of days; undefined while the call has yet to be made. */
export function checkSpan(
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
      question: 'Which other day would suit you?',
    };
  }
  if (day.isBusy) {
    const next = turn.use('check_availability', { start_date: addDays(day.date, 1), num_days: 6 });
    if (next === undefined) return undefined;
    const free = next.ok
      ? readDays(next.value).filter(({ isBusy, isBlocked }) => !isBusy && !isBlocked)
      : [];
    const other = sayDaySet(
      free.slice(0, 3).map(({ date }) => date),
      today,
    );
    return {
      text: `${name} is already busy, though it can still be booked.${other === '' ? '' : ` The next free days are ${other}.`}`,
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
  const say = (some: readonly Day[]): string =>
    sayDaySet(
      some.map(({ date }) => date),
      today,
    );
  const span = sayDaySet([days[0]?.date ?? today, days.at(-1)?.date ?? today], today);
  const first = days[0]?.date ?? today;
  const last = days.at(-1)?.date ?? today;
  const texts: string[] = [];
  const ranked = rankedDay(turn.memory.heard.text, free);
  if (ranked !== undefined) texts.push(`${ranked.says} is ${sayDay(ranked.day.date, today)}.`);
  if (free.length === 0 && busy.length === 0) {
    return {
      text: `${say(days)} can't be booked online; please call ${business.profile.phone}.`,
      question: 'Which other day would suit you?',
    };
  }
  if (free.length === days.length) {
    texts.push(
      days.length === 2
        ? `Both days are available: ${span}.`
        : `Every day from ${sayDay(first, today)} to ${sayDay(last, today)} is available.`,
    );
  } else if (free.length > 0) {
    texts.push(`Available: ${say(free)}.`);
  } else {
    texts.push(`No day from ${sayDay(first, today)} to ${sayDay(last, today)} is quite free.`);
  }
  if (busy.length > 0) {
    const verb = busy.length === 1 ? 'is' : 'are';
    texts.push(`${say(busy)} ${verb} busy, though still possible.`);
  }
  if (blocked.length > 0) {
    texts.push(`${say(blocked)} can't be booked online; please call ${business.profile.phone}.`);
  }
  texts.push(saySurcharges(turn, [...free, ...busy]));
  return {
    text: texts.join(' '),
    question: turn.vary('Which day would you like?', 'Which day suits you best?'),
  };
}

/** The one day that a superlative asks for: "the earliest", "the last open one", "the cheapest". */
function rankedDay(text: string, free: readonly Day[]): { says: string; day: Day } | undefined {
  const weekdays = free.filter(({ date }) => !isWeekend(date));
  const days = /\bweekdays?\b/.test(text) ? weekdays : free;
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const cheapest = days.find(({ surcharges }) => surcharges.length === 0);
  if (/\bcheapest\b/.test(text)) {
    return cheapest && { says: 'The first day without a surcharge', day: cheapest };
  }
  if (EARLIEST.test(text)) return { says: 'The earliest free day', day: first };
  return LATEST.test(text) ? { says: 'The last free day of these', day: last } : undefined;
}
const EARLIEST =
  /\b(?:earliest|soonest|quickest|(?:very )?first (?:free |open |available |possible )?(?:day|date|weekday|opening|slot))\b/;
const LATEST =
  /\b(?:latest|last (?:free |open |available |possible )?(?:day|date|weekday|opening|slot))\b/;

/** Which of the days carry a surcharge; days with the same one are named together. */
function saySurcharges(turn: Turn, days: readonly Day[]): string {
  const { today } = turn.now;
  const byAmount = new Map<string, string[]>();
  for (const { date, surcharges } of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (surcharges.length === 0) continue;
    const amount = sayList(surcharges);
    byAmount.set(amount, [...(byAmount.get(amount) ?? []), date]);
  }
  if (byAmount.size === 0) return 'No date surcharge applies.';
  const weekendDays = days.filter(({ date }) => isWeekend(date)).length;
  return [...byAmount]
    .map(([amount, dates]) => {
      const isWeekends = dates.length > 2 && dates.length === weekendDays && dates.every(isWeekend);
      const when =
        dates.length === days.length
          ? 'on each of these days'
          : isWeekends
            ? 'on Saturdays and Sundays'
            : dates.length > 4
              ? `on ${sayCount(dates.length, 'day')} of these, weekends and peak dates,`
              : `on ${sayDaySet(dates, today)}`;
      return `The surcharge ${when} is ${amount}.`;
    })
    .join(' ');
}

function offerBooking(turn: Turn): string {
  const { handedOff, order } = turn.memory;
  if (handedOff !== undefined && handedOff.day !== order.day) {
    return 'Shall I update your booking to that day?';
  }
  if (handedOff !== undefined) return 'Is there anything you would like to change?';
  return turn.vary(
    'Shall I start a booking for that day?',
    'Would you like me to start a booking for that day?',
  );
}
