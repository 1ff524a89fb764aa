import { sayCount, upperFirst } from '@deskbell/clerk';
import { MAX_LIMIT } from '../../tools/inputs.ts';
import type { EmailItem, VendorItem } from '../../tools/tool-records.ts';
import type { VendorHistoryResult } from '../../tools/tool-results.ts';
import type { Query, Trouble } from '../query.ts';
import { dayOfTime, shortDay } from '../wording/days.ts';
import { observation } from '../wording/observations.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { emailRow, numbered } from '../wording/rows.ts';
import { fetch, type Turn } from './flow.ts';
import { record } from './record.ts';

interface Sign {
  /** How it is said that nothing tells of it. */
  called: string;
  /** Which observations are of this kind. */
  kinds: readonly string[];
  /** Titles that tell of it. */
  titled: RegExp;
  /** Words that mails have for it. */
  words: readonly string[];
}

const SIGNS: Readonly<Record<Trouble, Sign>> = {
  late: {
    called: 'was late',
    kinds: ['delivery'],
    titled: /\b(?:late|delay\w*|missed)\b/i,
    words: ['delayed', 'late'],
  },
  broken: {
    called: 'was broken or damaged',
    kinds: [],
    titled: /\b(?:broken?|damag\w*|defect\w*|crack\w*)\b/i,
    words: ['damaged', 'broken'],
  },
  wrong: {
    called: 'was wrong',
    kinds: ['invoice_arithmetic', 'duplicate_invoice', 'price_jump'],
    titled: /\b(?:wrong|incorrect|mistake|error|correction|corrected)\b/i,
    words: ['wrong', 'mistake'],
  },
  disputed: {
    called: 'was disputed',
    kinds: ['complaint'],
    titled: /\b(?:disput\w*|complain\w*)\b/i,
    words: ['dispute', 'complaint'],
  },
  missing: {
    called: 'was missing',
    kinds: [],
    titled: /\b(?:missing|incomplete|lost)\b/i,
    words: ['missing', 'incomplete'],
  },
  any: {
    called: 'went badly',
    kinds: [
      'delivery',
      'invoice_arithmetic',
      'duplicate_invoice',
      'price_jump',
      'complaint',
      'answer_time',
    ],
    titled: /\b(?:late|delay\w*|broken|damag\w*|wrong|mistake|disput\w*|complain\w*|missing)\b/i,
    words: ['problem', 'trouble'],
  },
};

/** What tells that something of a vendor went badly, or that nothing does; undefined while a call is open. */
export function sayTrouble(
  turn: Turn,
  { query, days }: { query: Query & { trouble: Trouble }; days: string },
  { vendor, detail }: { vendor: VendorItem; detail: NonNullable<VendorHistoryResult['detail']> },
): string | undefined {
  const { called, kinds, titled, words } = SIGNS[query.trouble];
  const events = detail.recent_events.filter(
    ({ kind, is_kept }) => !is_kept && kinds.includes(kind),
  );
  const told = detail.emails.filter(({ subject }) => titled.test(subject));
  const isTold = events.length > 0 || told.length > 0;
  const mails = isTold ? told : mailsWith(turn, words, detail.emails);
  if (mails === undefined) return undefined;
  const lines = events.slice(0, 5).map(({ kind, detail: what, at }) => {
    const day = dayOfTime(at, turn.now);
    const said = plainText(what, 160);
    return `- ${day === '' ? '' : `${shortDay(day, turn.now.today)}, `}${observation(kind)} went badly${said === '' ? '' : `: ${said}`}`;
  });
  const observed =
    lines.length === 0
      ? ''
      : `Yes, of ${quoted(vendor.name)} ${sayCount(events.length, 'observation')} ${events.length === 1 ? 'says' : 'say'} so:\n${lines.join('\n')}`;
  const [mail, another] = mails;
  if (mail === undefined) {
    return observed === ''
      ? `Nothing that was observed of ${quoted(vendor.name)}${days}, and nothing found in its mails, says that anything ${called}.${sayBroken(detail.broken)}`
      : observed;
  }
  if (another === undefined && observed === '') {
    const text = record(
      turn,
      { topic: 'record', ref: mail.ref, facet: 'text' },
      { firstNumber: 1 },
    );
    return text && `One mail of ${quoted(vendor.name)} may speak of that. ${text}`;
  }
  const lead =
    observed === ''
      ? `${upperFirst(sayCount(mails.length, 'mail'))} of ${quoted(vendor.name)} may speak of that:`
      : `${observed}\n\n${mails.length === 1 ? 'The mail' : 'The mails'} about it:`;
  return `${lead}\n${numbered(mails.map((email) => emailRow(email, turn.now)))}`;
}

/** "What did go badly: delivery (2)." */
function sayBroken(broken: Readonly<Record<string, number>>): string {
  const said = Object.entries(broken)
    .filter(([, times]) => times > 0)
    .map(([kind, times]) => `${observation(kind)} (${String(times)})`);
  return said.length === 0 ? '' : ` What did go badly: ${said.join(', ')}.`;
}

/** The vendor's own mails that have one of the words in them; undefined while a call is open. */
function mailsWith(
  turn: Turn,
  words: readonly string[],
  own: readonly EmailItem[],
): EmailItem[] | undefined {
  const searches = words.map((word) =>
    fetch(turn, 'search_emails', { query: word, limit: MAX_LIMIT }),
  );
  if (searches.some(({ kind }) => kind === 'open')) return undefined;
  const senders = new Set(own.map(({ sender_name }) => sender_name));
  const emails = searches
    .flatMap((found) => (found.kind === 'ok' ? found.value.emails : []))
    .filter(({ sender_name }) => senders.has(sender_name));
  return emails.filter(({ ref }, at) => emails.findIndex((one) => one.ref === ref) === at);
}
