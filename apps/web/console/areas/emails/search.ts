import { choiceOf, present, textOf } from '../../search.ts';
import { categories, statuses } from '../executions/search.ts';

/** What the address of this area may hold beside what every place has: the filters of the list. */
export interface EmailsSearch {
  /** The sender's whole address. */
  sender?: string;
  /** The sender's registrable domain. */
  domain?: string;
  status?: (typeof statuses)[number];
  category?: (typeof categories)[number];
  /** Only mail with files. */
  files?: true;
  q?: string;
}

export const readEmailsSearch = (search: Record<string, unknown>): EmailsSearch =>
  present({
    sender: textOf(search.sender)?.slice(0, 320),
    domain: textOf(search.domain)?.slice(0, 253),
    status: choiceOf(search.status, statuses),
    category: choiceOf(search.category, categories),
    files: search.files === true || search.files === 'true' ? (true as const) : undefined,
    q: textOf(search.q)?.slice(0, 200),
  });
