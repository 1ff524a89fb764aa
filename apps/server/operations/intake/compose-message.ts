import MailComposer from 'nodemailer/lib/mail-composer';
import {
  headerValues,
  type ProcessEmailRequest,
  passedOnHeaders,
} from './process-email-request.ts';
import { hashKey } from './stored-text.ts';

/** The composer writes these two in any case; these values are taken out again. */
const NO_MESSAGE_ID = '<none@deskbell.invalid>';
const NO_DATE = new Date(0);
const NO_DATE_LINE = 'Date: Thu, 01 Jan 1970 00:00:00 +0000';

/**
 * Writes a real message of what POST /process-email was given, so that behind the doors there is
 * one kind of mail only. The same request gives the same bytes. What it does not tell (a date, a
 * Message-ID) the message does not have either: made-up ones would be read as the sender's.
 */
export async function composeMessage(
  request: ProcessEmailRequest,
): Promise<{ raw: Buffer; messageKey: string }> {
  const hash = hashKey(canonicalText(request));
  const [messageId] = headerValues(request, 'message-id');
  const [date = isoDate(request.received_at)] = headerValues(request, 'date');
  const [contentType = ''] = headerValues(request, 'content-type');
  const isHtml = /^\s*text\/html\b/i.test(contentType);
  const message = new MailComposer({
    from: request.sender,
    to: request.recipient,
    subject: request.subject,
    date: date ?? NO_DATE,
    messageId: messageId ?? NO_MESSAGE_ID,
    ...(isHtml ? { html: request.body } : { text: request.body }),
    headers: passedOnHeaders(request).filter(({ key }) => key !== 'date' && key !== 'message-id'),
    attachments: request.attachments.map(({ filename, content_type, content }) => ({
      filename,
      contentType: content_type,
      content: Buffer.from(content, 'base64'),
    })),
    baseBoundary: hash.slice(-24),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const composed = await message.compile().build();
  const unwanted = [
    ...(date === undefined ? [NO_DATE_LINE] : []),
    ...(messageId === undefined ? [`Message-ID: ${NO_MESSAGE_ID}`] : []),
  ];
  return {
    raw: unwanted.reduce(withoutLine, composed),
    messageKey: withoutBrackets(request.id ?? messageId ?? hash),
  };
}

/** The first such line is the header's own: values of other fields hold no line breaks. */
function withoutLine(message: Buffer, line: string): Buffer {
  const start = message.indexOf(`${line}\r\n`);
  if (start === -1) return message;
  return Buffer.concat([message.subarray(0, start), message.subarray(start + line.length + 2)]);
}

const withoutBrackets = (id: string): string => id.trim().replace(/^<|>$/g, '');

function isoDate(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  return new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
}

/** The same for requests that say the same, in whatever order their header fields come. */
function canonicalText({ headers, ...fields }: ProcessEmailRequest): string {
  const sorted = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return JSON.stringify([fields, sorted]);
}
