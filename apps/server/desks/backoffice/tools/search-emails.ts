import type { Tool } from '@deskbell/engine';
import type { List } from '../../../operations/statistics/page.ts';
import type { Database } from '../../../platform/database.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { inputOf } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { checkDays, daysFields, endOfDay, listFields, plainField, startOfDay } from './inputs.ts';
import { MOST_COUNTED, readList } from './read-list.ts';
import { EMAIL_COLUMNS, toEmailItem } from './records.ts';
import { countWords, findBySender, findByText, type Span } from './search/find-mails.ts';
import { fewerWords, tellingWords, wordsOf } from './search/search-words.ts';

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
        list: { columns: EMAIL_COLUMNS, ...(found.isFrequent ? walk(found, span) : rank(found)) },
        toItem: toEmailItem(timezone),
      });
      return {
        query: found.words.join(' '),
        total: Math.min(found.ids.length, MOST_COUNTED),
        is_more_than_total: found.ids.length > MOST_COUNTED,
        emails: items,
        next_cursor: nextCursor,
      };
    },
  });
}

interface Found {
  /** What was searched for in the end. */
  words: string[];
  /** At most some more than are counted; when `isFrequent`, any of them. */
  ids: string[];
  /** More mails hold the words than are counted. */
  isFrequent: boolean;
}

async function search(
  database: Pick<Database, 'pool'>,
  words: string[],
  span: Span,
): Promise<Found> {
  const find = async (searched: string[]): Promise<Found> => {
    const [byText, bySender] = await Promise.all([
      findByText(database, searched, span),
      findBySender(database, searched, span),
    ]);
    return {
      words: searched,
      ids: [...new Set([...byText, ...bySender])],
      isFrequent: byText.length > MOST_COUNTED,
    };
  };
  if (words.length === 0) return { words, ids: [], isFrequent: false };
  const all = await find(words);
  if (all.ids.length > 0) return all;
  const telling = tellingWords(words);
  if (telling.length < words.length) {
    const found = await find(telling);
    if (found.ids.length > 0) return found;
  }
  for (const fewer of fewerWords(await countWords(database, telling))) {
    const found = await find(fewer);
    if (found.ids.length > 0) return found;
  }
  return all;
}

/** Few enough to sort: those with the words in their subject first. */
function rank({ words, ids }: Found): Omit<List, 'columns'> {
  return {
    from: `from emails e join executions x on x.email_id = e.id where e.id = any ($2::uuid[])`,
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

/** So many that some are met soon on the way from the newest mail back. */
function walk({ words }: Found, { from, to }: Span): Omit<List, 'columns'> {
  return {
    from: `from emails e join executions x on x.email_id = e.id
      where exists (select from email_contents c
          where c.email_id = e.id and c.search @@ plainto_tsquery('english', $1))
        and e.accepted_at >= $2 and e.accepted_at < $3`,
    keys: newestFirst,
    direction: 'desc',
    values: [words.join(' '), from ?? '-infinity', to ?? 'infinity'],
  };
}

const newestFirst: List['keys'] = [
  { expression: 'e.accepted_at', type: 'timestamptz' },
  { expression: 'e.id', type: 'uuid' },
];
