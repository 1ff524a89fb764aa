import { daysOf } from '../days/span.ts';
import { capital, total } from '../wording/counts.ts';
import { saySpan } from '../wording/days.ts';
import { quoted } from '../wording/quote-text.ts';
import { emailRow, listing } from '../wording/rows.ts';
import { type Flow, fetch, NOT_CHECKED } from './flow.ts';
import { record } from './record.ts';

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
  if (value.total === 1 && !value.is_more_than_total) {
    return record(turn, { topic: 'record', ref: only.ref, facet: query.facet ?? 'story' }, room);
  }
  const said = listing(
    `${capital(total(value, 'e-mail'))}${days === '' ? '' : ` that came in${days}`} match ${quoted(words)}:`,
    {
      rows: value.emails.map((email) => emailRow(email, turn.now)),
      list: value,
      firstNumber: room.firstNumber,
    },
  );
  return `${said}\n\nWhich one do you mean? Say "the first one", for example.`;
};
