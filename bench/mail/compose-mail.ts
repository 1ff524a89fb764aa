import type { IncomingMail } from '../../apps/server/operations/intake/accept-mail.ts';

/** Mails of one run come from so many businesses, so that most senders have written before. */
const SENDERS = 150;

const things = ['van', 'storage room', 'insurance', 'packing tape', 'parking permit', 'invoice'];
const matters = ['lease', 'inspection', 'order', 'renewal', 'pickup', 'repair', 'payment', 'visit'];
const places = ['Hudson', 'Riverside', 'Montauk', 'Chelsea', 'Harlem', 'Tribeca', 'Astoria'];

const bodies = [
  `Hello,

the lease of van 4 ends this month. Please send us the signed extension by Friday, 5 pm.
The monthly rate stays at $640.00.

Best regards
Dana Whitfield
Hudson Van Leasing`,
  `Dear all,

the county inspector comes on March 14 at 9:30 am. Somebody has to open the storage rooms, and
the extinguishers must have been checked by then. Could you confirm who will be there?

Regards
Office of Fire Prevention`,
  `Hi team,

your order of 40 rolls of tape ships tomorrow and should arrive on Thursday. Invoice follows.

> On Monday you wrote:
> Can you send us 40 rolls of the strong tape this week?

Thanks
Riverside Packing`,
  `Morning,

my train is stuck, I will be about an hour late. Could somebody take the 8:30 pickup on East 82nd
Street? Sorry for the trouble.

Luis`,
];

/** A short, ordinary mail, another one for every number. */
export function composeMail(run: string, number: number): IncomingMail {
  const domain = `supplier${number % SENDERS}.example`;
  const pick = (words: readonly string[], every: number): string =>
    words[Math.floor(number / every) % words.length] ?? '';
  const subject = `${pick(places, 48)}: ${pick(things, 1)} ${pick(matters, 6)} ${number}`;
  const lines = [
    `From: Sender <office@${domain}>`,
    'To: Office <office@totetaxi.example>',
    `Subject: ${subject}`,
    'Date: Mon, 02 Mar 2026 09:15:00 -0500',
    `Message-ID: <${run}.${number}@${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...pick(bodies, 1).split('\n'),
  ];
  return { raw: Buffer.from(lines.join('\r\n')), mailbox: 'bench', source: 'smtp' };
}
