import type { IncomingMail } from '../../apps/server/operations/intake/accept-mail.ts';

/** Mails come from so many businesses, so that most senders have written before. */
const SENDERS = 150;
/** Every so many mails one answers the mail of its sender before it. */
const REPLIES_EVERY = 4;

const names = ['Dana Whitfield', 'Luis Ortega', 'Priya Raman', 'Tom Becker', 'Ana Costa'];
const titles = ['Accounts', 'Dispatch', 'Customer Care', 'Facilities', 'Leasing'];
const things = ['van', 'storage room', 'insurance', 'packing tape', 'parking permit', 'invoice'];
const matters = ['lease', 'inspection', 'order', 'renewal', 'pickup', 'repair', 'payment', 'visit'];
const places = ['Hudson', 'Riverside', 'Montauk', 'Chelsea', 'Harlem', 'Tribeca', 'Astoria'];

const openings = [
  'I hope the week is treating you well. We spoke on the phone on Monday about the storage rooms on East 82nd Street and I promised to get back to you in writing.',
  'Thank you for your quick answer. I have put your questions to our workshop and have now heard back from them, so here is where things stand today.',
  'This is a short note to keep you in the picture. Nothing below is urgent by itself, but some of it needs a decision from your side in the coming days.',
  'As agreed, please find below what we have planned for the next two weeks. Our own calendar is already rather full, so changes are best made early.',
  'We have gone through the papers that you sent us and found most of them in order. Two points are still open and we would like to settle them soon.',
];
const matter = [
  'Please send us the signed extension of the lease by Friday, 5 pm. The monthly rate stays at $640.00, and the mileage that is included stays at 1,500 miles for each of the four vans.',
  'The county inspector comes on March 14 at 9:30 am. Somebody has to open the storage rooms, and the extinguishers must have been checked by then. Could you confirm who will be there?',
  'Your order of 40 rolls of tape and 200 medium boxes ships tomorrow and should arrive on Thursday between 8 and 11 in the morning. The driver will call half an hour before he comes.',
  'Invoice 2026-0417 over $1,284.50 is due on March 31. If you have paid it in the meantime, please ignore this; otherwise a transfer to the usual account would be very welcome.',
  'The lift gate of van 3 had to be repaired a second time. The mechanic changed the hydraulic pump and both hoses, and the van is ready to be picked up at our yard from Tuesday noon.',
  'My train is stuck, so I will be about an hour late on Wednesday. Could somebody take the 8:30 pickup on East 82nd Street for me? The customer has been told that it may be a colleague.',
];
const remarks = [
  'For the time being everything else goes on as before: the gate code has not changed, deliveries are taken at the rear entrance, and the office is open from eight to six on weekdays and until noon on Saturdays.',
  'Our new warehouse in Astoria opened last month. It has room for another eighty pallets and a loading dock that takes large trucks, which should make the summer season a good deal easier for all of us than the last.',
  'We were glad to hear that the moves in February went so smoothly. Two of the families wrote to us as well and said how careful your crew had been with the piano and with the glass cabinets on the fourth floor.',
  'You asked about the insurance. The policy covers goods in transit and goods in storage up to the sum that was agreed, and the excess is the same as last year. A copy of the certificate is in your folder with us.',
  'The forecast speaks of heavy snow in the northern counties. Should the roads be closed, our dispatcher tells every customer of that day in person, and the tours are driven on the next day in the same order.',
];
const closings = [
  'Let me know if anything is unclear.',
  'If you have any questions, call me on the number below.',
  'Many thanks in advance and a good weekend.',
];

/** An ordinary mail of some 1,500 characters, another one for every number. */
export function composeMail(run: string, number: number): IncomingMail {
  const sender = number % SENDERS;
  const domain = `supplier${sender}.example`;
  const pick = (texts: readonly string[], every: number): string =>
    texts[Math.floor(number / every) % texts.length] ?? '';
  const name = names[sender % names.length] ?? '';
  const previous = number - SENDERS;
  const isReply = previous > 0 && number % REPLIES_EVERY === 0;
  const topic = isReply ? previous : number;
  const of = (texts: readonly string[], every: number) =>
    texts[Math.floor(topic / every) % texts.length] ?? '';
  const subject = `${isReply ? 'Re: ' : ''}${of(places, 48)}: ${of(things, 1)} ${of(matters, 6)} ${topic}`;
  const body = [
    'Hello,',
    pick(openings, 7),
    pick(matter, 1),
    pick(remarks, 5),
    ...(isReply ? [] : [pick(remarks, 11)]),
    pick(closings, 3),
    `Best regards\n${name}\n${titles[sender % titles.length]}, ${pick(places, 13)} Services\nPhone: (212) 555-01${String(sender % 100).padStart(2, '0')}`,
    ...(isReply
      ? [`On Monday the office wrote:\n> Thank you.\n> ${of(matter, 2)}\n> Regards\n> The office`]
      : []),
  ].join('\n\n');
  const lines = [
    `Received: from mail.${domain} (mail.${domain} [192.0.2.${sender}]) by mx.totetaxi.example; Mon, 02 Mar 2026 09:15:02 -0500`,
    `From: ${name} <office@${domain}>`,
    'To: Office <office@totetaxi.example>',
    `Subject: ${subject}`,
    'Date: Mon, 02 Mar 2026 09:15:00 -0500',
    `Message-ID: <${run}.${number}@${domain}>`,
    ...(isReply
      ? [
          `In-Reply-To: <${run}.${previous}@${domain}>`,
          `References: <${run}.${previous}@${domain}>`,
        ]
      : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...body.split('\n'),
  ];
  return { raw: Buffer.from(lines.join('\r\n')), mailbox: 'bench', source: 'smtp' };
}
