import { keepReadings } from '@deskbell/clerk';
import type { Goal, Saying } from '../../memory.ts';
import type { Query, Topic } from '../../query.ts';
import { isCommonWord } from '../normalize/common-words.ts';
import { isUnderstood } from '../slots/vocabulary.ts';
import { createNearestPhrasing, type Nearest } from './nearest-phrasing.ts';
import { PHRASINGS } from './phrasings.ts';
import { TALK } from './talk.ts';

const nearestOf = createNearestPhrasing<Topic | Saying>([...PHRASINGS, ...TALK]);
const SAYINGS = new Set<string>(TALK.map(({ name }) => name));

/**
 * From here on a question is taken for what it is like where no rule knows better: by itself; within
 * a conversation, where most of what is said is about what was told; where it has a word that a mail
 * may be known by, and for what is said to the assistant itself; where nothing in it says anything.
 */
const ALIKE = { plain: 0.5, later: 0.7, strict: 0.75, toYou: 0.6, empty: 0.3 };

/** Two things as like are told apart by neither. */
const LEAST_APART = 0.02;

/** Hours of a day: no tool knows them, and answers say so. */
const HOUR = /^\d{1,2}(?:[ap]m)?$/;

/** What a text without its days is most like. */
export const nearestPhrasing = keepReadings(
  (text: string): Nearest<Topic | Saying> | undefined => nearestOf(text),
  (text) => text,
);

export const isSaying = (name: Topic | Saying): name is Saying => SAYINGS.has(name);

const SURE = 0.95;
const LESS_SURE = 0.7;

export interface Asked {
  /** Something was told before. */
  isLater: boolean;
  /** The words that would be searched for. */
  words: readonly string[];
}

/** What a text is asked like, when no word in it says something else. */
export function phrasedAs(text: string, { isLater, words }: Asked): Topic | Saying | undefined {
  const nearest = nearestPhrasing(text);
  if (nearest === undefined) return undefined;
  const { name, likeness, next, strange } = nearest;
  if (likeness < ALIKE.strict && likeness - next < LEAST_APART) return undefined;
  if (isSaying(name)) {
    // Nothing in it but what is said to the assistant.
    const isToYou = /\byour?\b/.test(text) && words.every(isCommonWord);
    const least = isToYou ? ALIKE.toYou : ALIKE.strict;
    return likeness >= least && strange.length === 0 ? name : undefined;
  }
  if (strange.some((word) => !isUnderstood(word, name) && !HOUR.test(word))) return undefined;
  if (words.length === 0)
    return likeness >= (isLater ? ALIKE.later : ALIKE.empty) ? name : undefined;
  if (words.some((word) => !isCommonWord(word))) return likeness >= ALIKE.strict ? name : undefined;
  return likeness >= (isLater ? ALIKE.later : ALIKE.plain) ? name : undefined;
}

/** What a text is asked like almost word for word, where a rule took it for something else. */
export function surelyPhrasedAs(text: string, goal: Goal | undefined): Topic | undefined {
  if (goal?.kind !== 'query' || goal.query.topic === 'record') return undefined;
  const nearest = nearestPhrasing(text);
  if (nearest === undefined || isSaying(nearest.name) || nearest.strange.length > 0)
    return undefined;
  const { name, likeness, next } = nearest;
  // "What happens" and "what happened" are alike word for word.
  const isOther = name !== goal.query.topic && name !== 'summary';
  return isOther && likeness >= SURE && next < LESS_SURE ? name : undefined;
}

/** The words that goals would search for. */
export const searchedIn = (goals: readonly Goal[]): string[] =>
  goals.flatMap((goal) =>
    goal.kind === 'query' ? (goal.query.words?.split(' ').filter((word) => word !== '') ?? []) : [],
  );

/** Nothing was understood, or words were searched for because nothing else was known to do with them. */
export const isLeftToSearch = (goals: readonly Goal[]): boolean =>
  goals.every((goal) => goal.kind === 'query' && isSearch(goal.query));

const isSearch = ({ topic, sentBy, ref, aspect }: Query): boolean =>
  topic === 'find' && sentBy === undefined && ref === undefined && aspect === undefined;
