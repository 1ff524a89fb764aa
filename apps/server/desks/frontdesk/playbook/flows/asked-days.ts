import { addDays, type DayMention } from '@deskbell/clerk';

/**
 * The days a question is about: none that it rules out or only counts from, and the days before or
 * after the one it names.
 */
export function askedDays(
  text: string,
  days: readonly DayMention[],
  today: string,
): { first: string; last: string }[] {
  const named = days.filter(({ first }) => first !== '');
  const relative = named.filter((day) => 'isRelative' in day);
  const isCounted = relative.length > 0 && COUNTED_FROM.test(text);
  const wanted = named.filter(
    (day) =>
      named.length === 1 ||
      'isRelative' in day ||
      !(isCounted || RULED_OUT.test(text.slice(0, day.index))),
  );
  const spans = wanted.map((day) => {
    const { first, last } = day;
    if ('isRelative' in day) return { first, last };
    const lead = text.slice(0, day.index);
    const tomorrow = addDays(today, 1);
    if (BEFORE.test(lead) && first > tomorrow) return { first: tomorrow, last: addDays(first, -1) };
    if (AFTER.test(lead)) return { first: addDays(last, 1), last: addDays(last, 14) };
    return { first, last };
  });
  return joined(spans);
}

/** Days that follow one another are one span: "the 9th, 10th or 11th". */
function joined(
  spans: readonly { first: string; last: string }[],
): { first: string; last: string }[] {
  const found: { first: string; last: string }[] = [];
  for (const span of spans) {
    const before = found.at(-1);
    if (before !== undefined && span.first === addDays(before.last, 1)) before.last = span.last;
    else found.push({ ...span });
  }
  return found;
}

/** "Not this Saturday but the one after". */
const RULED_OUT =
  /\b(?:not|isn't|except|other than|besides|instead of|rather than)(?: (?:on|for|this|the|that))* ?$/;
/** "My flight is on the 18th, is the day before free?" */
const COUNTED_FROM =
  /\b(?:flights?|fly|flying|trip|party|wedding|leave|leaving|land|landing|lease|closing|get there|check[- ]?(?:in|out)|arriv\w+)\b/;
const BEFORE = /\b(?:before|prior to|earlier than|sooner than|ahead of)(?: (?:the|this|next))* ?$/;
const AFTER = /(?<!\b(?:day|week) )\b(?:after|later than)(?: (?:the|this|next))* ?$/;
