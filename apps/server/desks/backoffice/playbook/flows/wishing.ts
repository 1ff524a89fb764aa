import type { EmailItem } from '../../tools/tool-records.ts';
import { fetch, type Turn } from './flow.ts';

const MOST_READ = 3;
const WISH =
  /\b(?:complain\w*|complaint|wants?|wanted|needs?|needed|asks?|asked|asking|requests?|requested|demand\w*)\b/;
/** Whether somebody asks what others want of us. */
export const asksWish = (text: string): boolean =>
  WISH.test(text) && !/\b(?:last|latest|now|newest)\b/.test(text);

/** Of somebody's mails the newest that gave work: a word of thanks asks for nothing. Undefined while a call is open. */
export function withTasks(turn: Turn, emails: readonly EmailItem[]): EmailItem | undefined {
  const byTime = [...emails].sort((a, b) => (a.received_at < b.received_at ? 1 : -1));
  const read = byTime.slice(0, MOST_READ).map((email) => ({
    email,
    fetched: fetch(turn, 'get_email', { id: email.ref }),
  }));
  if (read.some(({ fetched }) => fetched.kind === 'open')) return undefined;
  const asking = read.find(
    ({ fetched }) => fetched.kind === 'ok' && fetched.value.tasks.length > 0,
  );
  return asking?.email ?? byTime[0];
}
