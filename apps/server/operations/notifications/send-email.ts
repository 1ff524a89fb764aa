import { createTransport, type Transporter } from 'nodemailer';
import { plainLine } from '../routing/plain-line.ts';
import type { OperationsSettings } from '../settings.ts';
import type { SendNotification, SendOutcome } from './send-outcome.ts';

type EmailSettings = NonNullable<OperationsSettings['notifications']['email']>;

/** Whom it is sent to: always the same, whatever the notification says, or whom that is for. */
interface Recipients {
  recipients: EmailSettings['recipients'] | 'its_own';
}

const CONNECTION_TIMEOUT_MS = 10_000;
const SOCKET_TIMEOUT_MS = 20_000;

/** Refused before the message itself was asked for: surely not taken. */
const ENVELOPE_COMMANDS = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** Sends by SMTP. A connection is made for each message. */
export function createSendEmail({
  smtpUrl,
  from,
  recipients,
}: Omit<EmailSettings, 'recipients'> & Recipients): SendNotification {
  return async (notification, signal) => {
    const { recipient, replyTo } = notification;
    // The message is read only once the connection stands and the login worked; whatever fails
    // before that has surely sent nothing.
    let hasBegun = false;
    const transport: Transporter = createTransport({
      url: smtpUrl,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      greetingTimeout: CONNECTION_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    transport.use('stream', (mail, done) => {
      mail.message.processFunc((input) => {
        hasBegun = true;
        return input;
      });
      done();
    });
    try {
      const info = await transport.sendMail({
        from,
        // As an object it is one address, whatever is in it: a text is read as a list of them.
        to: recipients === 'its_own' ? { name: '', address: recipient ?? '' } : [...recipients],
        ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
        subject: plainLine(notification.subject, 200),
        text: notification.body,
        messageId: `<${notification.id}@${domainOf(from)}>`,
        date: notification.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal,
      } as Parameters<Transporter['sendMail']>[0]);
      const isPartial = Array.isArray(info.rejected) && info.rejected.length > 0;
      return { kind: 'sent', code: isPartial ? 'some_recipients_refused' : null };
    } catch (error) {
      return outcomeOf(error as SmtpError, hasBegun);
    } finally {
      transport.close();
    }
  };
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

function outcomeOf({ code, command, responseCode }: SmtpError, hasBegun: boolean): SendOutcome {
  const reason = responseCode === undefined ? smtpCode(code) : `smtp_${responseCode}`;
  if (command === 'API') return { kind: 'failed', code: reason };
  const isRefused = responseCode !== undefined && responseCode >= 400;
  if (!hasBegun || (isRefused && ENVELOPE_COMMANDS.has(command ?? '') && code === 'EENVELOPE')) {
    const isFinal = isRefused && responseCode >= 500;
    return { kind: isFinal ? 'failed' : 'not_sent', code: reason };
  }
  // The server's last word on the whole message.
  if (isRefused && code === 'EMESSAGE') return { kind: 'failed', code: reason };
  return { kind: 'uncertain', code: reason };
}

/** Only codes of the library's kind: an error's other texts may hold what a server said. */
function smtpCode(code: string | undefined): string {
  return code !== undefined && /^[A-Z_]{1,40}$/.test(code) ? code.toLowerCase() : 'smtp_error';
}

function domainOf(from: string): string {
  return /@([\w.-]{1,253})/.exec(from)?.[1] ?? 'localhost';
}
