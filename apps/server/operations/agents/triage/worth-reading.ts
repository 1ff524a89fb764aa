import type { EmailAttachment } from '../../mail/email.ts';

/** Below it an inline picture is a logo or a line, not a photograph. */
const smallestInlinePictureBytes = 40_000;

/** Whether an attachment may hold something: not a signature's logo, a calendar entry or a key. */
export function isWorthReading(attachment: EmailAttachment): boolean {
  const type = attachment.contentType.toLowerCase();
  const name = attachment.filename.toLowerCase();
  if (attachment.sizeBytes === 0) return false;
  if (type === 'application/pdf' || name.endsWith('.pdf')) return true;
  if (type.startsWith('image/')) {
    return !attachment.isInline || attachment.sizeBytes >= smallestInlinePictureBytes;
  }
  if (/^(?:text\/(?:plain|csv|xml|html)|application\/(?:xml|json))$/.test(type)) {
    return !attachment.isInline;
  }
  return /\.(?:xml|csv|txt|png|jpe?g|tiff?|heic|webp)$/.test(name) && !attachment.isInline;
}
