import type { ListEmailsInput } from '../../tools/tool-results.ts';
import { daysOf } from '../days/span.ts';
import type { Query } from '../query.ts';
import type { Room } from './flow.ts';

/** What the tool that lists mail is asked for a question. */
export const emailsInput = (query: Query, room: Room): ListEmailsInput => ({
  ...daysOf(query.span),
  status: query.status,
  category: query.category,
  sender: query.sender,
  is_high_risk: query.isHighRisk,
  has_attachments: query.hasAttachments,
  limit: query.limit ?? room.rows,
  cursor: query.cursor,
});
