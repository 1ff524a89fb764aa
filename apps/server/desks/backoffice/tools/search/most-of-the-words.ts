import type { Database } from '../../../../platform/database.ts';
import { MOST_COUNTED } from '../read-list.ts';
import { keepInSpan, MOST_LOOKED_THROUGH, type Span } from './find-mails.ts';
import { nearWord } from './near-words.ts';

type Pool = Pick<Database, 'pool'>;

export interface Most {
  /** Those of the words that the mails have, in their order; a name that was misspelt as it is written. */
  words: string[];
  ids: string[];
}

/**
 * The mails that have the most of the words, each in the text, the subject or the sender's name: a word counts
 * the more, the fewer mails have it. What most mails have counts nothing, unless there is nothing else.
 */
export async function findMost(
  database: Pool,
  words: readonly string[],
  span: Span,
): Promise<Most | undefined> {
  const [byText, heads] = await Promise.all([
    idsByWord(database, [...words, ...pairsOf(words)]),
    readHeads(database, span),
  ]);
  const found = new Map<string, Set<string>>();
  for (const [at, word] of words.entries()) {
    const joined = [`${words[at - 1]}${word}`, `${word}${words[at + 1]}`];
    const ids = new Set([...(byText.get(word) ?? []), ...heads.idsOf(word)]);
    if (ids.size === 0)
      for (const pair of joined) for (const id of byText.get(pair) ?? []) ids.add(id);
    const meant = ids.size > 0 ? word : (nearWord(word, heads.senderWords()) ?? word);
    if (meant !== word) for (const id of heads.idsOf(meant)) ids.add(id);
    if (ids.size > 0) found.set(meant, ids);
  }
  const rare = [...found].filter(([, ids]) => ids.size <= MOST_COUNTED);
  const held = rare.length > 0 ? rare : [...found];
  const inSpan = new Set(
    await keepInSpan(database, [...new Set(held.flatMap(([, ids]) => [...ids]))], span),
  );
  const scores = new Map<string, { score: number; words: string[] }>();
  for (const [word, all] of held) {
    const ids = [...all].filter((id) => inSpan.has(id));
    for (const id of ids) {
      const { score, words: known } = scores.get(id) ?? { score: 0, words: [] };
      scores.set(id, {
        score: score + Math.log(1 + MOST_COUNTED / all.size),
        words: [...known, word],
      });
    }
  }
  const most = [...scores].sort(
    ([a, one], [b, other]) => other.score - one.score || (a < b ? 1 : -1),
  )[0];
  if (most === undefined) return undefined;
  const shared = most[1].words;
  const ids = [...scores].filter(([, mail]) => shared.every((word) => mail.words.includes(word)));
  return { words: shared, ids: ids.map(([id]) => id) };
}

/** "Surf boards" are written in one word too. */
const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at]}${word}`);

async function idsByWord({ pool }: Pool, words: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ word: string; ids: string[] }>(
    `select word, array(
       select email_id from email_contents
       where search @@ plainto_tsquery('english', word) limit ${MOST_COUNTED + 1}
     ) as ids
     from unnest($1::text[]) as given (word)`,
    [words],
  );
  return new Map(rows.map(({ word, ids }) => [word, ids]));
}

/** Senders' names and subjects of a span's newest mails. */
interface Heads {
  /** Those in which a word begins so. */
  idsOf(start: string): string[];
  senderWords(): ReadonlySet<string>;
}

/** Looked at beside the texts: the text of a mail that could not be read is not known. */
async function readHeads({ pool }: Pool, { from, to }: Span): Promise<Heads> {
  const { rows } = await pool.query<{ id: string; name: string; sender: string }>(
    `select id, lower(left(sender_name || ' ' || subject, 300)) as name,
       lower(left(sender_name, 100)) as sender
     from emails
     where accepted_at >= $1 and accepted_at < $2
     order by accepted_at desc, id desc limit ${MOST_LOOKED_THROUGH}`,
    [from ?? '-infinity', to ?? 'infinity'],
  );
  let words: ReadonlySet<string> | undefined;
  return {
    idsOf: (start) =>
      start.length < LEAST_OF_NAME
        ? []
        : rows
            .filter(({ name }) => ` ${name}`.includes(` ${start.toLowerCase()}`))
            .map(({ id }) => id),
    senderWords: () => {
      words ??= new Set(rows.flatMap(({ sender }) => sender.match(/\p{L}{5,30}/gu) ?? []));
      return words;
    },
  };
}

const LEAST_OF_NAME = 3;
