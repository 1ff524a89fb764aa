import { sayCount, sayList, upperFirst } from '@deskbell/clerk';
import { MAX_LIMIT } from '../../tools/inputs.ts';
import type { VendorItem } from '../../tools/tool-records.ts';
import type { VendorHistoryResult } from '../../tools/tool-results.ts';
import { daysOf } from '../days/span.ts';
import type { Query } from '../query.ts';
import { amount, number } from '../wording/counts.ts';
import { afterIn, dayOfTime, saySpanOrDays, shortDay } from '../wording/days.ts';
import { observation } from '../wording/observations.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { emailRow, numbered } from '../wording/rows.ts';
import { find } from './find.ts';
import { type Flow, fetch, NOT_CHECKED, type Room, type Turn } from './flow.ts';
import { sayTrouble } from './vendor-trouble.ts';

/** Who writes most among the vendors and how reliable they are; or all about one of them. */
export const vendors: Flow = (turn, query, room) => {
  if (query.vendor !== undefined && room.firstNumber > 1) return moreMails(turn, query, room);
  const fetched = fetch(turn, 'vendor_history', {
    ...daysOf(query.span),
    vendor: query.vendor,
    limit: query.limit ?? room.rows,
  });
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { value } = fetched;
  const days = saySpanOrDays(query.span, value.days, turn.now.today);
  if (query.vendor === undefined) return sayAll(turn, query, value, days);
  const [vendor] = value.vendors;
  if (vendor === undefined) {
    // Somebody may write to us without being known as a vendor.
    const said = find(turn, { topic: 'find', words: query.vendor }, room);
    return said && `No vendor is known by the name ${quoted(query.vendor)}. ${said}`;
  }
  if (value.vendors.length > 1 && value.detail === undefined) {
    return `${upperFirst(sayCount(value.vendors.length, 'vendor'))} fit ${quoted(query.vendor)}; which one do you mean?\n\n${numbered(value.vendors.map((entry) => row(entry, turn)))}`;
  }
  const { trouble } = query;
  return trouble === undefined || value.detail === undefined
    ? sayOne(turn, vendor, value, days)
    : sayTrouble(turn, { query: { ...query, trouble }, days }, { vendor, detail: value.detail });
};

/** The mails of one vendor that were not listed yet. */
function moreMails(turn: Turn, query: Query, { firstNumber }: Room): string | undefined {
  const fetched = fetch(turn, 'search_emails', {
    query: query.vendor ?? '',
    ...daysOf(query.span),
    limit: MAX_LIMIT,
  });
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const shown = new Set(turn.memory.rows.map(({ ref }) => ref));
  const rows = fetched.value.emails.filter(({ ref }) => !shown.has(ref));
  if (rows.length === 0) return 'Those were all I can list.';
  return `More mails of ${quoted(query.vendor ?? '')} or about it:\n\n${numbered(
    rows.map((email) => emailRow(email, turn.now)),
    firstNumber,
  )}`;
}

function reliability({ rating, score, events }: VendorItem['reliability']): string {
  if (rating === 'insufficient_data' || score === null) {
    return `too little seen of it for a rating yet${events === 0 ? '' : ` (${sayCount(events, 'observation')})`}`;
  }
  return `reliability ${rating} (${score.toFixed(2)} from ${sayCount(events, 'observation')})`;
}

/** "delivery (2)". */
const observed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, times]) => times > 0)
    .map(([kind, times]) => `${observation(kind)} (${number(times)})`)
    .join(', ');

const lastSeen = ({ last_seen_at }: VendorItem, { now }: Turn): string => {
  const day = dayOfTime(last_seen_at, now);
  return day === '' ? '' : `, last one ${shortDay(day, now.today)}`;
};

/** What is true of all of them is said once, above the list. */
const row = (vendor: VendorItem, turn: Turn, isRated = true): string =>
  `${quoted(vendor.name)}: ${sayCount(vendor.mails, 'mail')}${lastSeen(vendor, turn)}${isRated ? `, ${reliability(vendor.reliability)}` : ''}`;

const isRated = ({ reliability: { rating, score } }: VendorItem): boolean =>
  rating !== 'insufficient_data' && score !== null;

function sayAll(turn: Turn, query: Query, value: VendorHistoryResult, days: string): string {
  const { vendor_mails, vendors: list } = value;
  if (vendor_mails === 0 || list.length === 0)
    return `No mail of a vendor has come in${afterIn(days)}.`;
  const rated = list
    .filter(({ reliability: { score } }) => score !== null)
    .sort((a, b) => (b.reliability.score ?? 0) - (a.reliability.score ?? 0));
  const pick = query.aspect === 'worst' ? rated.at(-1) : rated[0];
  const extreme =
    query.aspect === 'best' || query.aspect === 'worst'
      ? pick === undefined
        ? ' None of those below has enough observations to be rated yet.'
        : ` Of these, ${quoted(pick.name)} is the ${query.aspect === 'best' ? 'most' : 'least'} reliable: ${reliability(pick.reliability)}.`
      : '';
  const isAnyRated = list.some(isRated);
  const unrated =
    isAnyRated || extreme !== ''
      ? ''
      : ' None of those below has enough observations to be rated yet.';
  return `${upperFirst(sayCount(vendor_mails, 'mail'))} of vendors came in${afterIn(days)}.${extreme}${unrated} The vendors with the most mail:\n\n${numbered(list.map((vendor) => row(vendor, turn, isAnyRated)))}`;
}

function sayOne(
  turn: Turn,
  vendor: VendorItem,
  { detail }: VendorHistoryResult,
  days: string,
): string {
  const lines = [
    `${quoted(vendor.name)}${days}: ${sayCount(vendor.mails, 'mail')}${lastSeen(vendor, turn)}, ${reliability(vendor.reliability)}.`,
  ];
  if (detail === undefined) return lines.join('');
  const kept = observed(detail.kept);
  const broken = observed(detail.broken);
  if (kept !== '') lines.push(`Went well: ${kept}.`);
  if (broken !== '') lines.push(`Went badly: ${broken}.`);
  const { count: invoices, total_by_currency: sums } = detail.invoices;
  if (invoices > 0) {
    const said = sums.map(
      ({ currency, total_cents }) => `${plainText(currency, 8)} ${amount(total_cents)}`,
    );
    lines.push(
      `${upperFirst(sayCount(invoices, 'invoice'))}${said.length === 0 ? '' : `, ${sayList(said)} in all`}.`,
    );
  }
  const events = detail.recent_events.slice(0, 5).map(({ kind, is_kept, detail: what, at }) => {
    const day = dayOfTime(at, turn.now);
    const said = plainText(what, 160);
    return `- ${day === '' ? '' : `${shortDay(day, turn.now.today)}, `}${observation(kind)} went ${is_kept ? 'well' : 'badly'}${said === '' ? '' : `: ${said}`}`;
  });
  const parts = [lines.join(' ')];
  if (events.length > 0) parts.push(`What it did lately:\n${events.join('\n')}`);
  if (detail.emails.length > 0) {
    const left = vendor.mails - detail.emails.length;
    parts.push(
      `Its mails:\n${numbered(detail.emails.map((email) => emailRow(email, turn.now)))}${left > 0 ? `\n…and ${number(left)} more: say "more".` : ''}`,
    );
  }
  return parts.join('\n\n');
}
