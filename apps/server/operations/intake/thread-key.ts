import type { Envelope } from '../mail/email.ts';
import { registrableDomain } from './sender-domain.ts';
import { hashKey, storedKey } from './stored-text.ts';

type ThreadHeader = Pick<Envelope, 'references' | 'inReplyTo' | 'messageId' | 'subject' | 'from'>;

const REPLY_MARK = /^(?:re|fwd?|aw|wg|sv|vs|antw|tr|rif|res)(?:\[\d{1,3}\])?:\s*/i;
const MOST_REPLY_MARKS = 20;

/**
 * What the mails of one conversation share: the Message-ID of its first mail, which is the first of
 * References, else In-Reply-To, else the mail's own. Mail without any of these (some programs write
 * none) is put together by its sender's domain and its subject without "Re:"; null without a subject.
 * A sender chooses all of it: a thread is a hint about context, never a reason to trust.
 */
export function threadKeyOf(header: ThreadHeader): string | null {
  const root = header.references[0] ?? header.inReplyTo ?? header.messageId;
  if (root !== null) return storedKey(root);
  const topic = topicOf(header.subject);
  if (topic === '') return null;
  return hashKey(`${registrableDomain(header.from.address)}\n${topic}`).replace(
    'sha256',
    'subject',
  );
}

function topicOf(subject: string): string {
  let topic = subject.slice(0, 1_000).normalize('NFKC').trim();
  for (let i = 0; i < MOST_REPLY_MARKS && REPLY_MARK.test(topic); i += 1) {
    topic = topic.replace(REPLY_MARK, '');
  }
  return topic.replace(/\s+/g, ' ').trim().toLowerCase();
}
