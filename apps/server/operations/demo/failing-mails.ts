import type { DemoMail } from './demo-mail.ts';

/** A mail that cannot be read, so that there is something failed to look at. */
export interface FailingMail extends Pick<DemoMail, 'key' | 'daysAgo' | 'at' | 'from' | 'subject'> {
  /** Its MIME body, with the header lines that describe it before an empty line. */
  body: () => string;
}

/** Beyond the reader's limits of 1,000 parts and 10 levels. */
const TOO_MANY_PARTS = 1_100;
const TOO_MANY_LEVELS = 15;

export const failingMails: readonly FailingMail[] = [
  {
    key: 'all-delivery-slips',
    daysAgo: 16,
    at: '18:25',
    from: 'Office scanner <scanner@totetaxi.example>',
    subject: 'Scan: all delivery slips of October',
    body: () => manyParts('slip'),
  },
  {
    key: 'forwarded-chain',
    daysAgo: 6,
    at: '14:45',
    from: 'Glenn at BoxRight <glenn@boxright.example>',
    subject: 'Fwd: Fwd: Fwd: your old orders',
    body: deepChain,
  },
  {
    key: 'all-toll-receipts',
    daysAgo: 0,
    at: '07:30',
    from: 'TollBridge Accounts <accounts@tollbridge.example>',
    subject: 'Your toll receipts, one file each',
    body: () => manyParts('receipt'),
  },
];

function manyParts(name: string): string {
  const parts = Array.from(
    { length: TOO_MANY_PARTS },
    (_, index) =>
      `--scan\r\nContent-Type: text/plain; name="${name}-${index + 1}.txt"\r\nContent-Disposition: attachment; filename="${name}-${index + 1}.txt"\r\n\r\n${name} ${index + 1}\r\n`,
  );
  return `Content-Type: multipart/mixed; boundary="scan"\r\n\r\n${parts.join('')}--scan--\r\n`;
}

function deepChain(): string {
  let body = 'Content-Type: text/plain\r\n\r\nOrder 60112: 100 boxes.\r\n';
  for (let level = 0; level < TOO_MANY_LEVELS; level += 1) {
    body = `Content-Type: multipart/mixed; boundary="level${level}"\r\n\r\n--level${level}\r\n${body}\r\n--level${level}--\r\n`;
  }
  return body;
}
