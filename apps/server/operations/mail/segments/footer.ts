import { plainWords } from './words.ts';

/** Each row: words of which all occur in one paragraph of a notice that nobody wrote for this mail. */
const NOTICES: readonly (readonly string[])[] = [
  ['confidential', 'intended'],
  ['confidential', 'recipient'],
  ['confidential', 'privileged'],
  ['not the intended recipient'],
  ['received this', 'in error', 'delete'],
  ['this e-mail and any attachments'],
  ['this email and any attachments'],
  ['this email and any files transmitted'],
  ['consider the environment', 'print'],
  ['you are receiving this'],
  ["you're receiving this"],
  ['you received this', 'because'],
  ['this email was sent to'],
  ['this e-mail was sent to'],
  ['this message was sent to'],
  ['was sent to', 'unsubscribe'],
  ['to unsubscribe'],
  ['unsubscribe from'],
  ['unsubscribe <http'],
  ['unsubscribe here'],
  ['unsubscribe |'],
  ['| unsubscribe'],
  ['click here to unsubscribe'],
  ['manage', 'preferences', '<http'],
  ['update your preferences'],
  ['email preferences'],
  ['view', 'in', 'browser', '<http'],
  ['all rights reserved'],
  ['virus-free'],
  ['scanned for viruses'],
  ['this is an automated message', 'do not reply'],
  ['please do not reply to this'],
  ['registered in england'],
  ['registered office'],
  ['diese e-mail enthält vertrauliche'],
  ['vertraulich', 'empfänger'],
  ['amtsgericht', 'geschäftsführer'],
  ['handelsregister', 'geschäftsführer'],
  ['newsletter', 'abbestellen'],
  ['vom newsletter abmelden'],
  ['se désabonner'],
  ['se désinscrire'],
  ['ce message', 'confidentiel'],
  ['darse de baja'],
  ['este mensaje', 'confidencial'],
  ['annulla l’iscrizione'],
  ["annulla l'iscrizione"],
  ['questo messaggio', 'riservat'],
  ['dit bericht', 'vertrouwelijk'],
];
const ALONE = new Set(['unsubscribe', 'privacy policy', 'confidentiality notice', 'disclaimer']);
const MAX_PARAGRAPH = 3_000;
/** Between two notices: an address, a rule, a slogan. */
const MAX_BETWEEN = 160;

/**
 * Where in what one person wrote the notices at its end begin; `lines.length` when there are none.
 * The first paragraph is never one: a mail that is nothing else says what it says.
 */
export function footerStart(lines: readonly string[]): number {
  const paragraphs = paragraphsOf(lines);
  let start = lines.length;
  for (let index = paragraphs.length - 1; index > 0; index -= 1) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) break;
    if (isNotice(paragraph.text)) start = paragraph.start;
    else if (paragraph.text.length > MAX_BETWEEN || paragraph.text.includes('?')) break;
  }
  return start;
}

function isNotice(text: string): boolean {
  if (text.length > MAX_PARAGRAPH) return false;
  const words = plainWords(text);
  if (/^(?:©|\(c\)|copyright ©?) ?\d{4}/.test(words)) return true;
  if (ALONE.has(words.replace(/ ?<[^<>]*>$/, '').replace(/[.:]$/, ''))) return true;
  return NOTICES.some((notice) => notice.every((part) => words.includes(part)));
}

function paragraphsOf(lines: readonly string[]): { start: number; text: string }[] {
  const paragraphs: { start: number; text: string }[] = [];
  let open: { start: number; text: string[] } | undefined;
  const close = (): void => {
    if (open !== undefined) paragraphs.push({ start: open.start, text: open.text.join('\n') });
    open = undefined;
  };
  lines.forEach((line, index) => {
    if (line.trim() === '') close();
    else if (open === undefined) open = { start: index, text: [line] };
    else open.text.push(line);
  });
  close();
  return paragraphs;
}
