import type { AttentionItemsResult } from '../tool-results.ts';

export type AttentionItem = AttentionItemsResult['items'][number];

/** Something that may be worth somebody's attention, and what its place depends on. */
export interface Candidate {
  item: AttentionItem;
  /** Of its mail. */
  sender: string;
  /** 0 is the most urgent, 3 the least. */
  severity: number;
  /** When it is due, or came in. */
  at: Date;
}
