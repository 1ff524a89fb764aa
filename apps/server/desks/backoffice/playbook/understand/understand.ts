import { readSpan } from '../days/read-span.ts';
import type { Goal } from '../memory.ts';
import { say } from './goals.ts';
import {
  isLeftToSearch,
  isSaying,
  phrasedAs,
  searchedIn,
  surelyPhrasedAs,
} from './phrasings/as-phrased.ts';
import { askPhrased } from './questions/ask-topic.ts';
import type { Context } from './request.ts';
import { understandByRules } from './understand-by-rules.ts';

/**
 * What one request means; empty when nothing in it is understood. What rules would only search the
 * mail for is first held against the ways in which staff put their questions.
 */
export function understand(written: string, context: Context): Goal[] {
  const goals = understandByRules(written, context);
  const mention = readSpan(written, context.now, 'past');
  const undated =
    mention === undefined
      ? written
      : `${written.slice(0, mention.index)} ${written.slice(mention.index + mention.length)}`;
  const isLater = context.memory.query !== undefined;
  const name =
    isLeftToSearch(goals) && !/["“]/.test(context.raw)
      ? phrasedAs(undated, { isLater, words: searchedIn(goals) })
      : isLater || goals.length !== 1
        ? undefined
        : surelyPhrasedAs(undated, goals[0]);
  if (name === undefined || (mention !== undefined && isSaying(name))) {
    // "Did you have a nice weekend?" asks for no days.
    const talk = isLeftToSearch(goals) ? phrasedAs(written, { isLater, words: [] }) : undefined;
    return talk !== undefined && isSaying(talk) ? say(talk) : goals;
  }
  return askPhrased(name, written, context);
}
