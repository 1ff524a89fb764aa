import type { DateTime } from 'luxon';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { IncomingMail } from '../intake/accept-mail.ts';
import { DEMO_DOMAIN, type DemoAttachment, type DemoMail } from './demo-mail.ts';
import { demoPicture } from './demo-picture.ts';
import type { FailingMail } from './failing-mails.ts';
import { fillDays } from './fill-days.ts';
import { leaseInvoice } from './lease-invoice.ts';

const MAILBOX = 'demo';
const RECIPIENT = `ToteTaxi <office@${DEMO_DOMAIN}>`;

interface Placing {
  /** When it arrives, in the business's time zone. */
  arrives: DateTime;
  /** Tells one laying of the demonstration from the next: 'YYYY-MM-DD'. */
  laidOn: string;
}

const messageIdOf = (key: string, { laidOn }: Placing): string =>
  `<${key}.${laidOn}@demo.${DEMO_DOMAIN}>`;

/** A demonstration mail as it would have come over the network. */
export async function composeDemoMail(mail: DemoMail, placing: Placing): Promise<IncomingMail> {
  const { arrives } = placing;
  const attachments = (mail.attachments ?? []).map((attachment) =>
    attachmentOf(attachment, arrives),
  );
  const { answers } = mail;
  const composer = new MailComposer({
    from: mail.from,
    to: RECIPIENT,
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    date: arrives.toJSDate(),
    messageId: messageIdOf(mail.key, placing),
    ...(answers === undefined
      ? {}
      : { inReplyTo: messageIdOf(answers, placing), references: messageIdOf(answers, placing) }),
    ...(mail.html === undefined
      ? { text: fillDays(mail.text, arrives) }
      : { html: fillDays(mail.html, arrives) }),
    headers: mail.headers ?? {},
    attachments,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return incoming(await composer.compile().build(), arrives);
}

/** One that cannot be read. Its body is written by hand: no composer would make it. */
export function composeFailingMail(mail: FailingMail, placing: Placing): IncomingMail {
  const { arrives } = placing;
  const header = [
    `From: ${mail.from}`,
    `To: ${RECIPIENT}`,
    `Subject: ${mail.subject}`,
    `Date: ${arrives.toRFC2822()}`,
    `Message-ID: ${messageIdOf(mail.key, placing)}`,
    'MIME-Version: 1.0',
  ];
  return incoming(Buffer.from(`${header.join('\r\n')}\r\n${mail.body()}`), arrives);
}

const incoming = (raw: Buffer, arrives: DateTime): IncomingMail => ({
  raw,
  mailbox: MAILBOX,
  source: 'demo',
  acceptedAt: arrives.toJSDate(),
});

function attachmentOf(attachment: DemoAttachment, arrives: DateTime) {
  if (attachment.kind === 'picture') {
    return { filename: attachment.filename, contentType: 'image/png', content: demoPicture };
  }
  if (attachment.kind === 'text') {
    return {
      filename: attachment.filename,
      contentType: 'text/plain',
      content: Buffer.from(attachment.text),
    };
  }
  return {
    filename: `${attachment.number}.pdf`,
    contentType: 'application/pdf',
    content: Buffer.from(leaseInvoice(attachment.number, arrives)),
  };
}
