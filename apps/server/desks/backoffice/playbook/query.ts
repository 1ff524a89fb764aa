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

/** A question as understood. What is absent was not said. */
export interface Query {
  topic: Topic;
  span?: Span;
  status?: ExecutionStatus;
  category?: Category;
  /** An address or a domain. */
  sender?: string;
  /** All mails with the words are wanted, not the story of one. */
  isList?: true;
  /** Of a search: a sender's name, whose own mails come first. */
  sentBy?: string;
  /** Of a search: only the newest or the oldest of them. */
  pick?: 'newest' | 'oldest' | 'before' | 'after';
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
  hasAttachments?: boolean;
  /** Of reviews: "which were rejected". */
  reviewStatus?: ReviewStatus;
  /** Which day of a task `span` is about; its due date unless given. */
  dayOf?: 'completed' | 'created';
  /** "Nobody's": the tools cannot pick them out. */
  isUnassigned?: true;
  assignee?: string;
  agent?: AgentName;
  vendor?: string;
  /** As the tools take it: '[email:…]', a bare group or a whole id. */
  ref?: string;
  facet?: Facet;
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
    | 'confidence';
  limit?: number;
  cursor?: string;
  /** Of the rows to show, when earlier ones were shown before. */
  firstNumber?: number;
}
