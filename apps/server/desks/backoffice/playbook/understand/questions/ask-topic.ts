import type { Goal, Saying } from '../../memory.ts';
import type { Query, Topic } from '../../query.ts';
import { accountFor } from '../account.ts';
import { ask, say } from '../goals.ts';
import { isSaying, phrasedAs } from '../phrasings/as-phrased.ts';
import type { Context, Request } from '../request.ts';
import { isHighRisk, readCategory, readPriority } from '../slots/read-filters.ts';
import { saysNothingElse } from '../slots/read-names.ts';
import { readAssignee } from '../slots/read-people.ts';
import { buildQueries } from './build-queries.ts';
import { searchFor } from './search-for.ts';

/** A question that says what it is about: "which tasks are overdue?" */
export function readAskedTopic({ text, raw, topics, context }: Request): Goal[] | undefined {
  if (topics.length === 0) return undefined;
  // Only tasks are somebody's.
  const isOfPerson = topics[0] === 'tasks' && readAssignee(text, raw) !== undefined;
  return (isOfPerson ? topics.slice(0, 1) : topics).flatMap((topic) =>
    askAll(topic, text, context),
  );
}

/** A filter alone, of some days: it says which list is meant. */
export function readKindAlone({
  text,
  plain,
  namedSpan,
  memory,
  context,
}: Request): Goal[] | undefined {
  if (namedSpan === undefined || memory.query !== undefined || !saysNothingElse(plain)) {
    return undefined;
  }
  // "Just the customers, last three days": mail is meant where a kind of people is named alone.
  if (readCategory(plain) !== undefined) return askAll('emails', text, context);
  // "Urgent only, this week": tasks have a rank and a day.
  if (readPriority(plain) !== undefined) return askAll('tasks', text, context);
  return undefined;
}

/** "Any phishing?": mail of high risk, and mails that say the word. */
export function readHighRisk({ text, namedSpan, context }: Request): Goal[] | undefined {
  if (!isHighRisk(text) || /\b(?:i|we|you) risk\b/.test(text)) return undefined;
  const suspicions = text.match(/\b(?:phishing|spam|scams?|fraud\w*|malicious)\b/g) ?? [];
  return [...askAll('emails', text, context), ...searchFor(suspicions, { span: namedSpan })];
}

/** What no rule knows, asked as staff ask for a topic. */
export function readPhrased({
  text,
  plain,
  content,
  namedSpan,
  memory,
  context,
}: Request): Goal[] | undefined {
  const name = phrasedAs(plain, { isLater: memory.query !== undefined, words: content });
  if (name === undefined || (isSaying(name) && namedSpan !== undefined)) return undefined;
  return askPhrased(name, text, context);
}

export const askPhrased = (name: Topic | Saying, text: string, context: Context): Goal[] =>
  isSaying(name)
    ? say(name)
    : buildQueries(name, text, context).map((query) => ({
        kind: 'query',
        query: accountFor(query, text, context, true),
        isGuess: true,
      }));

const askAll = (topic: Topic, text: string, context: Context): Goal[] =>
  buildQueries(topic, text, context).flatMap((query, _index, all) =>
    ask(accountFor(query, withoutOthers(text, query, all), context)),
  );

/** A name that another of several questions asks about needs no account in this one. */
const withoutOthers = (text: string, query: Query, all: readonly Query[]): string =>
  all
    .flatMap(({ assignee, agent, vendor }) => [assignee, agent, vendor])
    .filter((name) => name !== undefined)
    .filter((name) => ![query.assignee, query.agent, query.vendor].includes(name))
    .reduce((rest, name) => rest.replaceAll(name.toLowerCase(), ' '), text);
