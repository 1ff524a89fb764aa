import type { Tool } from '@deskbell/engine';
import type { Database } from '../../../platform/database.ts';
import type { List } from '../../../platform/page.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { inputOf } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { checkDays, daysFields, endOfDay, listFields, plainField, startOfDay } from './inputs.ts';
import { MOST_COUNTED, readList } from './read-list.ts';
import { EMAIL_COLUMNS, mailsWithIds, toEmailItem } from './records.ts';
import {
  countNewest,
  findBySender,
  findByText,
  keepInSpan,
  type Span,
} from './search/find-mails.ts';
import { findMost } from './search/most-of-the-words.ts';
import { tellingWords, wordsOf } from './search/search-words.ts';

type Pool = Pick<Database, 'pool'>;

export function createSearchEmails({
  database,
  timezone,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone'>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'search_emails',
    description:
      'Finds mails by words of their subject or text, or by the sender’s name, address or domain; those with the words in the subject first, then the newest. Give only the telling words ("fire inspection"). When all words together find nothing it searches for fewer; query in the result says for which. Then use get_email for what became of one.',
    label: 'Searching the e-mails…',
    input: inputOf({
      query: plainField(200).describe('The words to look for.'),
      ...daysFields,
      ...listFields,
    }),
    run: async ({ query, from, to, limit, cursor }) => {
      checkDays({ from, to });
      const span = {
        from: from === undefined ? undefined : startOfDay(from, timezone),
        to: to === undefined ? undefined : endOfDay(to, timezone),
      };
      const found = await search(database, wordsOf(query), span);
      const { items, nextCursor } = await readList({
        database,
        limit,
        cursor,
        list: { columns: EMAIL_COLUMNS, ...listOf(found, span) },
        toItem: toEmailItem(timezone),
      });
      return {
        query: found.words.join(' '),
        total: Math.min(found.total, MOST_COUNTED),
        is_more_than_total: found.isMore,
        emails: items,
        next_cursor: nextCursor,
      };
    },
  });
}

interface Found {
  /** What was searched for in the end. */
  words: string[];
  total: number;
  isMore: boolean;
  /** Undefined: so many that they are met on the way from the newest mail back. */
  ids: string[] | undefined;
}

/** Searches for all words, and for fewer when that finds nothing. */
async function search(database: Pool, words: string[], span: Span): Promise<Found> {
  const nothing = { words, total: 0, isMore: false, ids: [] };
  if (words.length === 0) return nothing;
  const all = await findAll(database, words, span);
  if (all.total > 0) return all;
  const telling = tellingWords(words);
  if (telling.length < words.length) {
    const found = await findAll(database, telling, span);
    if (found.total > 0) return found;
  }
  const most = await findMost(database, telling, span);
  if (most === undefined) return nothing;
  const { words: held, ids } = most;
  return { words: held, total: ids.length, isMore: ids.length > MOST_COUNTED, ids };
}

async function findAll(database: Pool, words: string[], span: Span): Promise<Found> {
  const byText = await findByText(database, words);
  if (byText.length > MOST_COUNTED) {
    if (span.from === undefined && span.to === undefined)
      return { words, total: MOST_COUNTED, isMore: true, ids: undefined };
    const { found, isAll } = await countNewest(database, words, span);
    return { words, total: found, isMore: !isAll || found > MOST_COUNTED, ids: undefined };
  }
  const [inSpan, bySender] = await Promise.all([
    keepInSpan(database, byText, span),
    findBySender(database, words, span),
  ]);
  const ids = [...new Set([...inSpan, ...bySender])];
  return { words, total: ids.length, isMore: ids.length > MOST_COUNTED, ids };
}

/** With the words in their subject first, when they are few enough to sort; else newest first. */
function listOf({ words, ids }: Found, span: Span): Omit<List, 'columns'> {
  if (ids === undefined) return walk(words, span);
  return {
    from: mailsWithIds('$2'),
    keys: [
      {
        expression: `(to_tsvector('english', left(e.subject, 500))
          @@ plainto_tsquery('english', $1))::integer`,
        type: 'integer',
      },
      ...newestFirst,
    ],
    direction: 'desc',
    values: [words.join(' '), ids],
  };
}

function walk(words: string[], { from, to }: Span): Omit<List, 'columns'> {
  return {
    from: `from emails e
      cross join lateral (
        select from email_contents c
        where c.email_id = e.id and c.search @@ plainto_tsquery('english', $1) offset 0
      ) as held
      join executions x on x.email_id = e.id
      where e.accepted_at >= $2 and e.accepted_at < $3`,
    keys: newestFirst,
    direction: 'desc',
    values: [words.join(' '), from ?? '-infinity', to ?? 'infinity'],
  };
}

const newestFirst: List['keys'] = [
  { expression: 'e.accepted_at', type: 'timestamptz' },
  { expression: 'e.id', type: 'uuid' },
];
