import { daysOf } from '../days/span.ts';
import { capital, total } from '../wording/counts.ts';
import { saySpan } from '../wording/days.ts';
import { quoted } from '../wording/quote-text.ts';
import { emailRow, listing } from '../wording/rows.ts';
import { type Flow, fetch, NOT_CHECKED } from './flow.ts';
import { record } from './record.ts';

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether the tool searched for fewer words than it was given. */
function isRelaxed(asked: string, searched: string): boolean {
  const found = wordsIn(searched);
  return found.length > 0 && wordsIn(asked).some((word) => !found.includes(word));
}

/** A mail by words in it: its whole story when there is one, a list to pick from otherwise. */
export const find: Flow = (turn, query, room) => {
  const words = query.words ?? '';
  const fetched = fetch(turn, 'search_emails', {
    query: words,
    ...daysOf(query.span),
    limit: query.limit ?? room.rows,
    cursor: query.cursor,
  });
  if (fetched.kind === 'open') return undefined;
  const days = saySpan(query.span, turn.now.today);
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const { value } = fetched;
  const [only] = value.emails;
  if (value.total === 0 || only === undefined) {
    return `No e-mail${days === '' ? '' : ` that came in${days}`} matches ${quoted(words)}. Other or fewer words may find it.`;
  }
  const note = isRelaxed(words, value.query)
    ? `No e-mail has all of ${quoted(words)}; this is for ${quoted(value.query)}. `
    : '';
  const isOne = value.total === 1 && !value.is_more_than_total;
  if (isOne && !query.isList) {
    const said = record(
      turn,
      { topic: 'record', ref: only.ref, facet: query.facet ?? 'story' },
      room,
    );
    return said && `${note}1 e-mail matches ${quoted(note === '' ? words : value.query)}. ${said}`;
  }
  const said = listing(
    `${note}${capital(total(value, 'e-mail'))}${days === '' ? '' : ` that came in${days}`} ${isOne ? 'matches' : 'match'} ${quoted(note === '' ? words : value.query)}:`,
    {
      rows: value.emails.map((email) => emailRow(email, turn.now)),
      list: value,
      firstNumber: room.firstNumber,
    },
  );
  return query.isList
    ? said
    : `${said}\n\nWhich one do you mean? Say "the first one", for example.`;
};
