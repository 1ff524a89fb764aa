import type { Email, EmailDetail } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';
import type { EmailsSearch } from './search.ts';

const PAGE_SIZE = 50;

/** One page of the list, newest first. */
export async function readEmails(
  { files, ...filters }: EmailsSearch,
  { cursor, signal }: { cursor: string | undefined; signal: AbortSignal },
): Promise<ListPage<Email>> {
  const path = withQuery('/api/emails', {
    ...filters,
    has_attachments: files,
    limit: PAGE_SIZE,
    cursor,
  });
  const page = await request<{ emails: Email[]; next_cursor: string | null }>(path, { signal });
  return { rows: page.emails, nextCursor: page.next_cursor };
}

/** Whether a mail would be in the list; of words and domains only the server knows. */
export const matchesFilters =
  ({ sender, domain, status, category, files, q }: EmailsSearch) =>
  (email: Email): boolean =>
    q === undefined &&
    domain === undefined &&
    (sender === undefined || email.sender === sender.toLowerCase()) &&
    (status === undefined || email.execution?.status === status) &&
    (category === undefined || email.execution?.category === category) &&
    (files === undefined || email.has_attachments);

/** One mail with its text. */
export const emailQuery = (id: string) =>
  queryOptions({
    queryKey: ['email', id],
    queryFn: ({ signal }) =>
      request<EmailDetail>(`/api/emails/${encodeURIComponent(id)}`, { signal }),
  });

export const sourcePath = (id: string): string => `/api/emails/${encodeURIComponent(id)}/source`;

export const attachmentPath = (id: string, position: number): string =>
  `/api/emails/${encodeURIComponent(id)}/attachments/${position}`;
