import type { AgentName, ExecutionStatus, ReviewStatus } from '../../../operations/tables.ts';
import type { Span } from './days/span.ts';

/** What a question is about. */
export type Topic =
  | 'emails'
  | 'executions'
  | 'tasks'
  | 'deadlines'
  | 'agents'
  | 'vendors'
  | 'health'
  | 'attention'
  | 'reviews'
  | 'summary'
  /** A mail known by words in it. */
  | 'find'
  /** One record known by its ref. */
  | 'record';

export type Category = 'vendor' | 'staff' | 'customer' | 'system';
export type Priority = 'low' | 'medium' | 'high' | 'urgent';

export type Risk = 'low' | 'medium' | 'high' | 'critical';

/** What somebody wants to know of one mail; 'story' is everything. */
export type Facet =
  | 'story'
  | 'failure'
  | 'sender'
  | 'due'
  | 'arrival'
  | 'attachments'
  | 'tasks'
  | 'assignee'
  | 'text'
  | 'review'
  | 'status'
  | 'agents'
  /** What is to be done, and by when. */
  | 'todo'
  /** Whether somebody answered it. */
  | 'answered'
  /** Whether to pay it, trust it, click on it. */
  | 'advice'
  /** How urgent or risky it is, and why. */
  | 'weight'
  /** What it costs, or how much is to be paid. */
  | 'amount'
  /** To whom it was sent. */
  | 'recipient';

/** A row of a list by its place, -1 for the last, by words it has or by its weight; or each of them. */
export interface RowOf {
  list: Query;
  place?: number;
  words?: readonly string[];
  pick?: 'riskiest';
  each?: true;
}

/** What may have gone badly with what a vendor sent. */
export type Trouble = 'late' | 'broken' | 'wrong' | 'disputed' | 'missing' | 'any';

/** A question as understood. What is absent was not said. */
export interface Query {
  topic: Topic;
  span?: Span;
  status?: ExecutionStatus;
  category?: Category;
  /** Kinds of people whose mail is left out. */
  without?: readonly Category[];
  /** Senders whose mail is left out. */
  notFrom?: readonly string[];
  /** An address or a domain. */
  sender?: string;
  /** All mails with the words are wanted, not the story of one. */
  isList?: true;
  /** Of a search: a sender's name, whose own mails come first. */
  sentBy?: string;
  /** Of a search: only the newest or the oldest of them. */
  pick?: 'newest' | 'oldest' | 'before' | 'after' | 'other';
  /** The mail that "the one before" is counted from. */
  beside?: string;
  /** Words to search mails for. */
  words?: string;
  priority?: Priority[];
  taskStatus?: 'open' | 'done' | 'cancelled' | 'all';
  isOverdue?: true;
  isUnscheduled?: true;
  /** "My tasks": who asks is not known here. */
  isMine?: true;
  /** Sentences said before the answer: what was asked for and could not be looked at. */
  notes?: string[];
  /** Only of high or critical risk. */
  isHighRisk?: true;
  /** Only the riskiest of them. */
  isRiskiest?: true;
  hasAttachments?: boolean;
  /** Of reviews: the risks of those that are wanted. */
  risk?: readonly Risk[];
  /** Of deadlines: only what is to be paid, or to be delivered. */
  deadlineType?: 'payment' | 'delivery';
  /** Of reviews: "which were rejected". */
  reviewStatus?: ReviewStatus;
  /** Which day of a task `span` is about; its due date unless given. */
  dayOf?: 'completed' | 'created';
  /** "Nobody's": the tools cannot pick them out. */
  isUnassigned?: true;
  assignee?: string;
  agent?: AgentName;
  vendor?: string;
  /** Of one vendor: whether anything went badly in this way. */
  trouble?: Trouble;
  /** As the tools take it: '[email:…]', a bare group or a whole id. */
  ref?: string;
  facet?: Facet;
  /** Of one record: the row it is of a list that was not shown yet. */
  rowOf?: RowOf;
  /** Of one record: words its answer has to be about; where it says nothing of them, mails beside it may. */
  asked?: string[];
  /** Of one record: something its text may mention or not. */
  mention?: string;
  /** Of one record: what kind of thing its text has to name, or what was to be done. */
  sought?: 'place' | 'done' | 'event';
  /** Records of which one is meant, told apart by what they say: by `asked`, or by their amounts. */
  among?: string[];
  amountPick?: 'dearest' | 'cheapest';
  /** What of a list is asked for first. */
  aspect?:
    | 'reasons'
    | 'slowest'
    | 'fastest'
    | 'errors'
    | 'worst'
    | 'best'
    | 'reviews'
    | 'busiest'
    | 'people'
    | 'confidence';
  limit?: number;
  cursor?: string;
  /** Of the rows to show, when earlier ones were shown before. */
  firstNumber?: number;
}
