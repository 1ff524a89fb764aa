import type { Attachment } from 'postal-mime';
import { contentOf, describeAttachment } from './attachments.ts';
import { bodyLines } from './body-lines.ts';
import { cleanText } from './clean-text.ts';
import type { MailContent, Segment } from './email.ts';
import { createHiddenTextCollector, type HiddenTextCollector } from './hidden-text.ts';
import { type ParsedMessage, parseMessage } from './parse-message.ts';
import { segmentLines } from './segments/segment-lines.ts';

/** How deep messages within messages are opened in search of a text. */
const MAX_INNER = 5;
const MAX_REPORT = 20_000;

/**
 * What a raw message says and brings along. For worker threads: it takes about a millisecond for an
 * ordinary mail and may take seconds for a hostile one. Rejects with `WorkerError` when the message
 * is over a limit, never for being malformed. Encrypted parts are listed as attachments, not read;
 * nothing is unpacked.
 */
export async function readMail(raw: Uint8Array): Promise<MailContent> {
  const message = await parseMessage(raw);
  const hidden = createHiddenTextCollector();
  let segments = segmentsOf(message, hidden);
  if (segments.length === 0) segments = await segmentsOfInner(message.attachments, hidden);
  const visible = segments.map(({ text }) => text).join('\n');
  return {
    segments,
    hiddenText: hidden.result(visible),
    attachments: message.attachments.map(describeAttachment),
  };
}

/** The decoded contents of the attachments at `positions`, in that order; unknown ones are missing. */
export async function readAttachments(
  raw: Uint8Array,
  positions: readonly number[],
): Promise<{ position: number; content: Uint8Array }[]> {
  const { attachments } = await parseMessage(raw);
  return positions.flatMap((position) => {
    const attachment = attachments[position];
    return attachment === undefined ? [] : [{ position, content: contentOf(attachment) }];
  });
}

function segmentsOf(
  { body, subject }: Pick<ParsedMessage, 'body' | 'subject'>,
  hidden: HiddenTextCollector,
): Segment[] {
  const { lines, unread } = bodyLines(body, hidden);
  const segments = segmentLines(lines, { subject });
  if (unread > 0) {
    segments.push({
      kind: 'footer',
      text: `[${unread} more characters of this mail were not read.]`,
    });
  }
  return segments;
}

/** The text of a mail that only brings another one along, or only reports on one. */
async function segmentsOfInner(
  attachments: readonly Attachment[],
  hidden: HiddenTextCollector,
): Promise<Segment[]> {
  let inner = attachments;
  for (let depth = 0; depth < MAX_INNER; depth += 1) {
    const report = inner.find(({ mimeType }) => mimeType === 'message/delivery-status');
    if (report !== undefined) {
      const text = cleanText(new TextDecoder().decode(contentOf(report).subarray(0, MAX_REPORT)));
      if (text.trim() !== '') return [{ kind: 'new', text: text.trim() }];
    }
    const forwarded = inner.find(({ mimeType }) => mimeType === 'message/rfc822');
    if (forwarded === undefined) return [];
    const message = await parseMessage(contentOf(forwarded));
    const segments = segmentsOf(message, hidden);
    if (segments.length > 0) {
      return segments.map(({ kind, text }) => ({
        kind: kind === 'new' ? 'forwarded' : kind,
        text,
      }));
    }
    inner = message.attachments;
  }
  return [];
}
