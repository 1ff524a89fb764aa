import type { LocalTime, OtherLanguage } from '@deskbell/clerk';
import type { Query, Topic } from './query.ts';

/** What one request of a message wants: an answer from the tools, or words. */
export type Goal =
  /** `isGuess`: no rule knows what is asked, so its words are searched for. */
  | { kind: 'query'; query: Query; isGuess?: true }
  | { kind: 'say'; what: Saying }
  /** It means one of the rows above, and it is not plain which. */
  | { kind: 'which' };

/** What needs no tool. */
export type Saying =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'identity'
  | 'help'
  | 'abuse'
  | 'instructions'
  | 'language'
  | 'today'
  | 'no_more'
  | 'no_rows'
  | 'no_such_day'
  | 'declined'
  | 'read_only_task'
  | 'read_only_retry'
  | 'read_only_review'
  | 'read_only_mail'
  | 'read_only_pay'
  | 'read_only_obey'
  | 'others_chats'
  | 'off_topic'
  | 'read_only'
  | 'unknown';

/** One row of a list the assistant gave, as staff may point at it. */
export interface Row {
  number: number;
  ref?: string;
  /** What the row quotes first: a subject, a title, a name. */
  name?: string;
}

/** A record as a result told of it. */
export interface KnownRecord {
  /** Of a mail or a review. */
  risk?: string;
  /** Of a task. */
  priority?: string;
  status?: string;
  emailRef?: string;
  executionRef?: string;
  /** Of the mail. */
  senderName?: string;
  /** When it came in; of mails. */
  receivedAt?: string;
  /** When it was made; of reviews. */
  createdAt?: string;
  /** The day it is due or scheduled for; of tasks and deadlines. */
  dueDate?: string;
  isOverdue?: boolean;
  category?: string;
  /** Of the mail, 0 to 100. */
  urgency?: number;
  assignee?: string;
  /** Its sender's address. */
  address?: string;
  subject?: string;
  /** The vendor whose mail it is. */
  vendor?: string;
  /** Its subject or title, its sender and what is known of its text, to be known by its words. */
  said?: string;
}

export interface Memory {
  heard: { text: string; raw: string; goals: Goal[]; language?: OtherLanguage };
  /** The question last answered, which "and yesterday?" is about. */
  query?: Query;
  /** What was asked together with the last question: tasks beside deadlines. */
  twin?: Query;
  /** The list last asked for: what "and next week?" is about after a look at one mail of it. */
  list?: Query;
  /** The last list asked for on each topic: "back to the tasks". */
  asked: Map<Topic, Query>;
  /** The last questions about one vendor, agent, person or span: "which of the two?" */
  compared: Query[];
  rows: Row[];
  /** The last rows of each topic, for "the second task" after a look at something else. */
  lists: Map<Topic, Row[]>;
  /** The one record the last answer was about. */
  focus?: string;
  /** Somebody who was named in what could not be done, or by Mr. or Mrs.: who "she" is. */
  named?: string;
  /** The mail that was named in what could not be done: which one "that one" is. */
  wished?: Query;
  /** Records that were spoken of by themselves, the last one at the end. */
  recent: string[];
  /** What can be asked was told before. */
  hasHelped?: true;
  /** The last answer counted rows and told none of them. */
  isUnlisted?: true;
  /** Behind the last list: how to go on, or null when it was the whole. */
  nextCursor?: string | null;
  records: Map<string, KnownRecord>;
}

export function createMemory(_now: LocalTime): Memory {
  return {
    heard: { text: '', raw: '', goals: [] },
    compared: [],
    rows: [],
    asked: new Map(),
    lists: new Map(),
    recent: [],
    records: new Map(),
  };
}
