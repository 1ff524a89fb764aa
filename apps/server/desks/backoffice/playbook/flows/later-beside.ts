import type { EmailItem } from '../../tools/tool-records.ts';
import { CODE, threadOf } from './around.ts';
import { fetch, type Turn } from './flow.ts';

const OUTCOME =
  /\bwhat (?:became|has become|came out) of\b|\b(?:outcome|upshot|end) of\b|\bhow did .{2,80} (?:end|turn out|go|finish|work out)\b|\bwhere (?:do|did) (?:we|things) stand with\b/;
const RESULT = /\bwhat(?:'s| is| was) the (?:outcome|result|verdict|end)\b/;

/** What became of a mail is told by its own story. */
const OF_A_MAIL = /\b(?:e-?mails?|mails?|messages?)\b/;

/** Whether somebody asks how a matter ended. */
export const asksOutcome = (text: string): boolean =>
  (OUTCOME.test(text) || RESULT.test(text)) && !OF_A_MAIL.test(text);

/**
 * Of the mails about the same matter, by the number or the thread in its subject, the newest that
 * came after a mail; undefined while a call is open.
 */
export function laterBeside(turn: Turn, own: EmailItem): EmailItem | undefined {
  const [code] = own.subject.match(CODE) ?? [];
  const thread = threadOf(own.subject);
  const found = fetch(turn, 'search_emails', { query: code ?? thread });
  if (found.kind === 'open') return undefined;
  if (found.kind !== 'ok') return own;
  const isBeside = ({ subject }: EmailItem): boolean =>
    threadOf(subject) === thread || (code !== undefined && subject.includes(code));
  const later = found.value.emails.filter(
    (email) => email.received_at > own.received_at && isBeside(email),
  );
  return later.sort((a, b) => (a.received_at < b.received_at ? 1 : -1))[0] ?? own;
}
