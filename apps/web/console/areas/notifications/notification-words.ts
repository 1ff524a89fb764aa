import type { Notification } from '@deskbell/protocol';
import type { Tone } from '../../ui/badge.tsx';

export const channelWords: Readonly<Record<Notification['channel'], string>> = {
  email: 'E-mail to staff',
  webhook: 'Webhook',
  console: 'Console only',
  customer_email: 'E-mail to the customer',
};

export const statusTones: Readonly<Record<Notification['status'], Tone>> = {
  pending: 'neutral',
  sending: 'busy',
  sent: 'good',
  failed: 'bad',
  uncertain: 'warning',
  shown: 'neutral',
};

const problems: Readonly<Record<string, string>> = {
  interrupted: 'the server was ended while it was being sent',
  no_channel: 'where it was to be sent is not set up any more',
  some_recipients_refused: 'not all of the recipients were accepted',
  eauth: 'the mail server refused the user or the password',
  econnection: 'the server could not be reached',
  econnrefused: 'nothing answers at the server’s address',
  econnreset: 'the connection was lost',
  edns: 'the server’s name is not known',
  enotfound: 'the server’s name is not known',
  esocket: 'the connection failed',
  etimedout: 'the server did not answer in time',
  etls: 'no safe connection could be made',
  closed: 'the connection was lost',
};

/** An error code in words, with the code itself for whoever reads the log. */
export function sayProblem(code: string): string {
  const [, kind, number] = /^(smtp|http)_(\d{3})$/.exec(code) ?? [];
  if (kind === 'smtp') return `the mail server refused it (${number})`;
  if (kind === 'http') return `the webhook answered with an error (${number})`;
  const words = problems[code];
  return words === undefined ? code.replaceAll('_', ' ') : `${words} (${code})`;
}

/** What a status means, and what is to be done about it. */
export function explainStatus({
  status,
  attempts,
  channel,
}: Pick<Notification, 'status' | 'attempts' | 'channel'>): string {
  switch (status) {
    case 'pending':
      return attempts === 0
        ? 'It waits to be sent.'
        : `It was tried ${attempts === 1 ? 'once' : `${attempts} times`} and surely did not leave; it is tried again.`;
    case 'sending':
      return 'It is being sent.';
    case 'sent':
      return 'A server has taken it.';
    case 'failed':
      return 'It surely was not taken, and is not tried again. Tell them in another way.';
    case 'uncertain':
      return 'It may have been sent: the line was lost before the answer came. It is not sent again, so that nobody gets it twice. Ask whether it arrived.';
    case 'shown':
      return channel === 'customer_email'
        ? 'It was never sent: no e-mail is set up. Write to the customer yourself.'
        : 'Nothing else is set up for what staff are told, so it shows here only.';
  }
}
