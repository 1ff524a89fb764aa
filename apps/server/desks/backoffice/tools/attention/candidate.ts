import type { AttentionItemsResult } from '../tool-results.ts';

export type AttentionItem = AttentionItemsResult['items'][number];

/** 0: it cannot wait for tomorrow; 1: it should not wait long; 2: the rest. */
export type Pressure = 0 | 1 | 2;

/** Something that may be worth somebody's attention, and what its place depends on. */
export interface Candidate {
  /** As the chat tells it: with a title that may be cut. */
  item: AttentionItem;
  title: string;
  /** The record itself; of a failure its execution. */
  target: { kind: 'execution' | 'review' | 'task' | 'deadline'; id: string };
  emailId: string;
  /** Of its mail. */
  sender: string;
  pressure: Pressure;
  /** It has a date by which something is to be done. */
  isDeadline: boolean;
  /** When it is due, or came up. */
  at: Date;
}
