import type { Goal } from '../../memory.ts';
import type { Query, Topic } from '../../query.ts';
import { quoted } from '../../wording/quote-text.ts';
import { accountFor } from '../account.ts';
import { ask } from '../goals.ts';
import { readLeftOut } from '../normalize/left-out.ts';
import type { Request } from '../request.ts';
import { readFacet } from '../slots/read-facet.ts';
import { readSender } from '../slots/read-filters.ts';
import {
  contentWords,
  FIND_WORDS,
  readFindWords,
  readSenderName,
  readTaskWords,
  readTeller,
} from '../slots/read-names.ts';
import { readAssignee } from '../slots/read-people.ts';
import { isUnderstood } from '../slots/vocabulary.ts';
import { withoutAmount } from './search-for.ts';

const ALL_OF_THEM =
  /\b(?:how many|how often|(?:who|anyone|anybody|what) else|e-?mails|mails|messages|everything)\b/;

/** The search for a mail that a request names: by its sender, by what it is about, by its task. */
export function readNamedMail(request: Request): Goal[] | undefined {
  const { text, context } = request;
  if (readLeftOut(text).length > 0) return undefined;
  const query = bySender(request) ?? byWords(request) ?? byTask(request);
  return query === undefined ? undefined : ask(accountFor(query, text, context));
}

const ABOUT =
  /\bfrom .{2,60}? (?:about|regarding|concerning) (?:the |our |his |her |their |an? )?([^,;?!]{3,60})/;
const MOST_ABOUT = 4;

/** "The mail from Glenn about wardrobe boxes": what it is about, beside its sender. */
const aboutIn = (text: string): string[] =>
  contentWords(ABOUT.exec(text)?.[1] ?? '')
    .filter((word) => !FIND_WORDS.test(word))
    .slice(0, MOST_ABOUT);

function bySender({ text, searchable, topics, span }: Request): Query | undefined {
  if (topics.includes('vendors') || topics.includes('tasks')) return undefined;
  const name = readSenderName(searchable);
  if (name === undefined || readSender(text) !== undefined) return undefined;
  return {
    topic: 'find',
    words: [name, ...aboutIn(searchable)].join(' '),
    sentBy: name,
    ...(span === undefined ? {} : { span }),
    ...(ALL_OF_THEM.test(text) ? { isList: true as const } : {}),
    notes: [`Looked up as a name: mails from ${quoted(name)} first, then mails that mention it.`],
  };
}

function byWords({ text, searchable, topics, span }: Request): Query | undefined {
  if (topics.includes('vendors') || topics.includes('agents')) return undefined;
  const words = readSender(text) === undefined ? readFindWords(searchable) : undefined;
  if (words === undefined || isOfReviews(topics, words) || isAboutTasks(topics, text)) {
    return undefined;
  }
  const facet = /\bwho else\b/.test(text) ? 'story' : readFacet(text);
  const sentBy = readTeller(searchable);
  return {
    topic: 'find',
    words: withoutAmount(words, facet),
    facet,
    ...(span === undefined ? {} : { span }),
    ...(facet === 'story' && ALL_OF_THEM.test(text) ? { isList: true as const } : {}),
    ...(sentBy === undefined ? {} : { sentBy }),
  };
}

function byTask({ text, plain, topics, raw }: Request): Query | undefined {
  const task = topics[0] === 'tasks' ? readTaskWords(plain) : undefined;
  if (task === undefined || readAssignee(text, raw) !== undefined) return undefined;
  const facet = readFacet(text);
  return {
    topic: 'find',
    words: task.replace(/(?: due| open| late)+$/, ''),
    facet: facet === 'story' || facet === 'due' ? 'tasks' : facet,
  };
}

/** "Which reviews has nobody decided?" searches for nothing. */
const isOfReviews = ([topic]: readonly Topic[], words: string): boolean =>
  topic === 'reviews' && words.split(' ').every((word) => isUnderstood(word, 'reviews'));

/** "Tasks about the van" has no search of its own; "the tasks from the van mail" is about a mail. */
const isAboutTasks = (topics: readonly Topic[], text: string): boolean =>
  (topics.includes('tasks') || topics.includes('deadlines')) &&
  !/\be-?mails?\b|\bmails?\b|\bmessages?\b|\bthreads?\b/.test(text) &&
  !/^what(?:'s| is| has| did)? ?(?:happen|up|going|became)/.test(text);
