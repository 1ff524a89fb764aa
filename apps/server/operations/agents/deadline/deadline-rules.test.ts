import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Email, Segment } from '../../mail/email.ts';
import { deadlineFindingsSchema, type Invoice, type VisionFindings } from '../findings.ts';
import { runDeadlineRules } from './deadline-rules.ts';

const settings = {
  timezone: 'America/New_York',
  ownDomains: ['acme.example'],
  ownAddresses: [],
  staffNames: [],
};
/** A Wednesday, 11 in the morning in New York. */
const sentAt = new Date('2026-03-11T15:00:00Z');

interface MailParts {
  body?: string;
  segments?: Segment[];
  subject?: string;
  sentAt?: Date | null;
  acceptedAt?: Date;
}

function mailOf(parts: MailParts): Email {
  return {
    id: '0198a000-0000-7000-8000-000000000000',
    acceptedAt: parts.acceptedAt ?? new Date('2026-03-11T15:05:00Z'),
    segments: parts.segments ?? [{ kind: 'new', text: parts.body ?? '' }],
    hiddenText: { characters: 0, examples: [] },
    attachments: [],
    envelope: {
      messageId: 'a@supplier.example',
      from: { name: 'Pat', address: 'pat@supplier.example' },
      replyTo: null,
      to: [],
      cc: [],
      subject: parts.subject ?? 'Note',
      sentAt: parts.sentAt === undefined ? sentAt : parts.sentAt,
      inReplyTo: null,
      references: [],
      headers: {},
    },
  };
}

const run = (
  parts: MailParts,
  vision: VisionFindings | null = null,
  timezone = settings.timezone,
) => runDeadlineRules({ email: mailOf(parts), vision, settings: { ...settings, timezone } });

/** '2026-03-13 17:00 payment high ?'; '?' is ambiguous; what recurs by its rule. */
function say({ findings }: ReturnType<typeof run>): string {
  const deadlines = findings.deadlines.map(({ date, time, type, urgency, ambiguous }) =>
    [date, time, type, urgency, ambiguous ? '?' : null].filter((part) => part !== null).join(' '),
  );
  return [...deadlines, ...findings.recurring_events.map(({ rule }) => rule)].join(' + ');
}

const WITHOUT_DEADLINE = [
  'Have a great weekend! See you Monday.',
  'I will be here all day tomorrow.',
  'This weekend you will earn double points.',
  'You seemed tired on Tuesday.',
  'The mayor on Monday announced a plan.',
  'We need your details since September 11.',
  'Start earning in 17 minutes or less.',
  'The plan lowers your monthly mortgage payment.',
  'We shipped your order on March 9.',
  'Thanks for your email of March 2.',
  'We moved on 3 May 2024.',
  'The company was founded in 1998.',
  'Our office hours are Monday to Friday, 9 to 5.',
  'We are open every day from 9 am to 5 pm.',
  'The meeting on Friday is cancelled.',
  'I met the inspector last Wednesday.',
  'We will get back to you within 2 business days.',
  'Please submit the form by March 45.',
  'Happy Thanksgiving!',
  'Merry Christmas and a happy new year!',
  'The truck broke down yesterday.',
  'Customer complained about the move on March 7.',
  'I noticed on Tuesday that two boxes are missing.',
  'Call 202-555-0134 for details.',
  'Order #20260312 has been received.',
  'Your package was delivered on Monday.',
  "I'm out of the office until March 23.",
  'Copyright 2026 Example Moving.',
  "We've been in business since 1985.",
  'Any update on this? It was promised for last Friday.',
  'Kindly remit payment upon receipt.',
  'Need this asap.',
  'The deposit is due on signing.',
  'The invoice dated February 27 has not reached us.',
  'I sent the documents on Monday.',
  'She started on March 2.',
  'The last inspection was on September 14, 2025.',
  'It rained all day on Saturday.',
  'On Friday we received your complaint.',
  'As of March 1 our prices have gone up.',
  'Dated March 4, 2026',
  'Version of 2026-02-01',
  'Updated on March 1, 2026',
  'Since Monday the lift is out of order.',
  'I called you yesterday and again today.',
  'Open Mon-Sat 8am-6pm.',
  'No rush, next week is fine.',
  'The event is no longer on March 21.',
  'We send a monthly newsletter.',
  'Every day we help people move.',
  'Please find the bill for the crane in October.',
  'Nothing for you to pay until May.',
  'You need not answer before Easter.',
  'Our rates go up by 2 percent from May 1.',
  'Please note that the fees rise from April 15.',
  'The crane was not delivered yesterday.',
  'A transfer typically takes effect within 3 business days.',
  'What are your plans for the days around Easter?',
];

test('hole: confidence 0 for a correct "no deadline"', () => {
  for (const body of ['', 'Thank you so much!', 'Hello, how are you?', ...WITHOUT_DEADLINE]) {
    const result = run({ body });
    assert.equal(say(result), '', body);
    assert.ok(result.confidence >= 0.9, `${body}: ${result.confidence}`);
    assert.deepEqual(result.nextActions, [], body);
  }
});

const CLEAR: readonly (readonly [string, string])[] = [
  ['Please pay invoice 1042 by Friday.', '2026-03-13 payment high'],
  ['Payment is due March 31, 2026.', '2026-03-31 payment low'],
  ['The balance of $1,200 is due within 30 days.', '2026-04-10 payment low'],
  ['Terms: net 30.', '2026-04-10 payment low'],
  ['Invoice date: March 2, 2026. Due date: April 1, 2026.', '2026-04-01 other low'],
  ['Your insurance certificate expires on 4/15/2026.', '2026-04-15 other low'],
  ['Please RSVP by the 20th.', '2026-03-20 response low'],
  ['The fire inspection is scheduled for March 19 at 9:30 AM.', '2026-03-19 09:30 event low'],
  ['The fire inspector will be here Thursday at 10.', '2026-03-12 10:00 event high'],
  ['Your order will arrive on Monday between 9 and 11 am.', '2026-03-16 09:00 delivery medium'],
  ['Let me know before Thursday if the truck works.', '2026-03-11 response high'],
  ['Send the timesheets by EOD today.', '2026-03-11 23:59 response high'],
  ['Can you get me the quote by COB tomorrow?', '2026-03-12 17:00 response high'],
  ['We need your answer no later than 5 pm on March 18.', '2026-03-18 17:00 response medium'],
  ['The rent was due on March 1 and is still unpaid.', '2026-03-01 payment high'],
  ['Final notice: your payment was due 02/15/2026. Pay immediately.', '2026-02-15 payment high'],
  ['The registration deadline is end of month.', '2026-03-31 response low'],
  [
    'Road work on Main Street begins April 6 and ends April 17.',
    '2026-04-06 event low + 2026-04-17 event low',
  ],
  ['I will get back to you by Monday.', '2026-03-16 response medium'],
  ['Staff meeting every Monday at 9 am.', 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0'],
  ['Rent is due on the 1st of every month.', 'FREQ=MONTHLY;BYMONTHDAY=1'],
  [
    'The crew meets on Tuesdays and Thursdays at 7 am.',
    'FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=7;BYMINUTE=0',
  ],
  [
    'We have a monthly call on the first Wednesday of each month at 3 pm.',
    'FREQ=MONTHLY;BYDAY=1WE;BYHOUR=15;BYMINUTE=0',
  ],
  ['The elevator is inspected annually on May 1.', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1'],
  ['Please back up the files every two weeks.', 'FREQ=WEEKLY;INTERVAL=2'],
  ['Trash pickup is every other Friday.', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
  ['See you on Monday at 8 am.', '2026-03-16 08:00 other medium'],
  ['Your appointment is confirmed for 03/20/2026 at 2:00 PM.', '2026-03-20 14:00 event low'],
  ['Reminder: delivery tomorrow morning.', '2026-03-12 delivery high'],
  ['The lease renewal must be signed by the end of next month.', '2026-04-30 response medium'],
  ['Offer valid until 3/31.', '2026-03-31 other low'],
  ['Sale ends Sunday!', '2026-03-15 other medium'],
  ['The contract was signed on January 5 and expires on January 5, 2027.', '2027-01-05 other low'],
  ['Please call me today.', '2026-03-11 response high'],
  ['Statement period: Feb 1 - Feb 28. Amount due: $210 on 3/25.', '2026-03-25 payment low'],
  ['Water will be shut off on 3/13 from 9 am to noon.', '2026-03-13 09:00 other critical'],
  ['Urgent: please confirm by tomorrow noon.', '2026-03-12 12:00 response critical'],
  ['Tomorrow I will send you the contract.', '2026-03-12 response high'],
  ['The permit is valid from April 1 to June 30, 2026.', '2026-06-30 other low'],
  ['Please deliver the pads before the end of the week.', '2026-03-13 delivery high'],
  [
    'Important dates:\n- Floor plan: March 20\n- Final count: March 27\n- Move-in: April 2',
    '2026-03-20 other low + 2026-03-27 other low + 2026-04-02 other low',
  ],
  [
    'The shipment left our warehouse on Monday and should arrive by Thursday.',
    '2026-03-12 delivery high',
  ],
  ['Your card will be charged on April 1.', '2026-04-01 payment low'],
  ['The subscription renews on April 12, 2026 for $49.', '2026-04-12 other low'],
  ['Could we move the walkthrough to next Tuesday at 11?', '2026-03-17 11:00 event medium'],
  ['I will be out of the office from March 16 to March 20.', '2026-03-16 event medium'],
  ['The van needs its inspection before March 31st.', '2026-03-30 event low'],
  ['Deadline: 3/20, 5pm ET', '2026-03-20 17:00 other low'],
  ['Quotes are due in 10 days.', '2026-03-21 response low'],
  ['The hearing takes place on the 24th at 1:30 p.m. in room 4.', '2026-03-24 13:30 event low'],
  ['Please send us the W-9 form by 3/18.', '2026-03-18 response medium'],
  ['Rent is due Friday, March 13.', '2026-03-13 payment high'],
  ['Your bill is past due since February 20.', '2026-02-20 payment high'],
  ['Pay within 14 days of receipt of this invoice.', '2026-03-25 payment low'],
  ['A late fee applies if payment is not received by April 10.', '2026-04-10 payment medium'],
  ['Delivery is expected on March 19.', '2026-03-19 delivery low'],
  ['ETA: Thursday 2 pm.', '2026-03-12 14:00 delivery high'],
  ['The crates will be picked up tomorrow.', '2026-03-12 delivery high'],
  ['Please collect the keys by noon on Friday.', '2026-03-13 12:00 delivery high'],
  ['Your parcel ships on Monday, March 16.', '2026-03-16 delivery medium'],
  ['Please reply by close of business on Monday.', '2026-03-16 17:00 response medium'],
  ['Submit your bid no later than 2 p.m. ET on April 3, 2026.', '2026-04-03 14:00 response low'],
  ['Feedback is welcome until the end of the week.', '2026-03-13 response high'],
  ['Sign and return the contract before March 16.', '2026-03-15 response medium'],
  ['Register by March 31 to keep your place.', '2026-03-31 response low'],
  ['Training for new drivers: March 25, 9am-12pm.', '2026-03-25 09:00 event low'],
  ['The health inspector visits on the 17th.', '2026-03-17 event medium'],
  ['There will be a power outage on Saturday from 6 to 9 am.', '2026-03-14 06:00 event medium'],
  ["Our driver's licence check expires at the end of June.", '2026-06-30 other low'],
  [
    'The appointment has been moved to Wednesday, March 18 at 3:30 PM.',
    '2026-03-18 15:30 event medium',
  ],
  ['Can you come in on Saturday?', '2026-03-14 other medium'],
  ['Could you cover my shift tomorrow night?', '2026-03-12 event high'],
  ['Payroll closes tonight.', '2026-03-11 other high'],
  ['Open enrolment ends on March 27.', '2026-03-27 other low'],
  [
    'Weekly status report is due every Friday by 5 pm.',
    'FREQ=WEEKLY;BYDAY=FR;BYHOUR=17;BYMINUTE=0',
  ],
  ['Payments are charged on the 15th of each month.', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['Please inspect the trucks every morning at 6:30.', 'FREQ=DAILY;BYHOUR=6;BYMINUTE=30'],
  ['The north lift is out of service from April 6 to April 8.', '2026-04-06 other low'],
  ['Could you move our visit from March 20 to March 24?', '2026-03-24 event low'],
  ['The new locks should be with you on March 19.', '2026-03-19 other low'],
  ['Please send me the list of paid bills by Monday.', '2026-03-16 response medium'],
  ['To change the visit call this office no later than March 18.', '2026-03-18 response medium'],
  [
    'The board meets quarterly on the first Monday of the quarter.',
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO',
  ],
  ['Filters are changed every 3 months.', 'FREQ=MONTHLY;INTERVAL=3'],
  [
    'The committee meets every second Tuesday at 6 pm.',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=18;BYMINUTE=0',
  ],
];

test('clear deadlines, dated events and what recurs are found and sure', () => {
  for (const [body, expected] of CLEAR) {
    const result = run({ body });
    assert.equal(say(result), expected, body);
    assert.ok(result.confidence >= 0.9, `${body}: ${result.confidence}`);
  }
});

test('a time written together, and an abbreviated weekday that recurs', () => {
  assert.equal(
    say(run({ body: 'Lunch meeting tomorrow at 1130.' })),
    '2026-03-12 11:30 event high',
  );
  assert.equal(
    say(run({ body: 'Our call is every Mon. at 8:30.' })),
    'FREQ=WEEKLY;BYDAY=MO;BYHOUR=8;BYMINUTE=30',
  );
});

const AMBIGUOUS: readonly (readonly [string, string])[] = [
  ['Please reply by next Friday.', '2026-03-20 response low ?'],
  ['The delivery is on Wednesday.', '2026-03-11 delivery high ?'],
  ['Please pay by Monday, March 18.', '2026-03-18 payment medium ?'],
  ["Let's have lunch next week.", '2026-03-20 event low ?'],
];

test('words that allow another day are marked and lower the confidence', () => {
  for (const [body, expected] of AMBIGUOUS) {
    const result = run({ body });
    assert.equal(say(result), expected, body);
    assert.ok(result.confidence < 0.9, body);
  }
});

test('a clear deadline stays sure beside a day that is only mentioned', () => {
  for (const mention of [
    'I am in Boston on March 20.',
    'Summer is in July.',
    'Then comes Easter.',
  ]) {
    const result = run({ body: `Please sign the form by March 18. ${mention}` });
    assert.equal(say(result), '2026-03-18 response medium', mention);
    assert.ok(result.confidence >= 0.9, `${mention}: ${result.confidence}`);
  }
});

test('what a list or an automatic reply offers everybody is no deadline, our own affairs are', () => {
  const toMany = (body: string, headers: Record<string, string>) => {
    const email = mailOf({ body });
    email.envelope.headers = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    );
    return say(runDeadlineRules({ email, vision: null, settings }));
  };
  const list = { 'list-id': '<news.supplier.example>' };
  const reply = { 'auto-submitted': 'auto-replied' };
  assert.equal(toMany('Register for the fair by March 20.', {}), '2026-03-20 response low');
  assert.equal(toMany('Register for the fair by March 20.', list), '');
  assert.equal(toMany('Please write again after March 20 or call by March 18.', reply), '');
  assert.equal(toMany('Your domain expires on March 30.', list), '2026-03-30 other low');
  assert.equal(
    toMany('A charge was disputed, submit your papers by March 30.', list),
    '2026-03-30 response low',
  );
});

test('a day that does not exist is no deadline, and nothing to be sure about', () => {
  const result = run({ body: 'Please submit the form by February 30.' });
  assert.equal(say(result), '');
  assert.ok(result.confidence < 0.9);
});

test('every deadline and recurrence quotes exact words of the mail, and says where they stand', () => {
  const long = `${'We have talked about many things and '.repeat(12)}please pay by March 20, 2026, ${'and more of the same '.repeat(12)}.`;
  const body = `${[...CLEAR, ...AMBIGUOUS]
    .slice(0, 30)
    .map(([text]) => text)
    .join('\n\n')}\n\n${long}\n\nPlease sign\nit before\nMarch 30.`;
  const result = run({ body, subject: 'Inspection on April 9' });
  const { deadlines, recurring_events } = result.findings;
  deadlineFindingsSchema.parse(result.findings);
  assert.ok(deadlines.length > 20);
  for (const { quote } of [...deadlines, ...recurring_events]) {
    assert.ok(quote !== '' && `Inspection on April 9\n${body}`.includes(quote), quote);
  }
  assert.ok(deadlines.some(({ quote }) => quote.length < 301 && quote.includes('March 20, 2026')));
  assert.deepEqual(
    result.evidence.map(({ finding }) => finding),
    [
      ...deadlines.map((_, index) => `deadlines[${index}]`),
      ...recurring_events.map((_, index) => `recurring_events[${index}]`),
    ],
  );
  const last = result.evidence[deadlines.length - 1];
  assert.deepEqual([last?.quote, last?.where], ['Inspection on April 9', 'subject']);
});

test('quoted threads, signatures and footers hold nobody’s deadline', () => {
  const segments: Segment[] = [
    { kind: 'new', text: 'Thank you, that is fine.' },
    { kind: 'quoted', text: 'Please pay by March 20.' },
    { kind: 'signature', text: 'Jo, meeting every Monday at 9 am, due March 21' },
    { kind: 'footer', text: 'This offer expires on March 22.' },
  ];
  assert.equal(say(run({ segments })), '');
});

test('a forwarded mail counts when nothing was written above it, from its own date', () => {
  const forwarded: Segment = {
    kind: 'forwarded',
    text: 'From: Sam\nSent: Monday, March 2, 2026 9:12 AM\nSubject: Inspection on March 30\n\nThe inspector comes on Friday at 10 am.',
  };
  assert.equal(say(run({ segments: [forwarded] })), '2026-03-06 10:00 event low');
  const above: Segment = { kind: 'new', text: 'For your files.' };
  assert.equal(say(run({ segments: [above, forwarded] })), '');
});

test('the subject counts; in an answer only its written dates do', () => {
  assert.equal(say(run({ subject: 'Delivery tomorrow' })), '2026-03-12 delivery high');
  assert.equal(say(run({ subject: 'Re: Delivery tomorrow' })), '');
  assert.equal(say(run({ subject: 'Re: Delivery on March 20' })), '2026-03-20 delivery low');
});

test('one thing named in subject and body is one deadline, with its time', () => {
  const result = run({
    subject: 'Inspection March 19',
    body: 'The inspection is on March 19, 2026. It starts on March 19 at 9:30 am.',
  });
  assert.equal(say(result), '2026-03-19 09:30 event low');
});

test('hole: "relative to today" without the date, server clock, no time zone, "end of month" one month off', () => {
  const body = 'Please pay by the end of the month.';
  // 23:30 on 31 March in New York, and already April in UTC.
  const late = new Date('2026-04-01T03:30:00Z');
  const dateOf = (parts: MailParts, timezone = settings.timezone) =>
    run(parts, null, timezone).findings.deadlines[0]?.date;
  assert.equal(dateOf({ body, sentAt: late, acceptedAt: late }), '2026-03-31');
  assert.equal(dateOf({ body, sentAt: late, acceptedAt: late }, 'UTC'), '2026-04-30');
  assert.equal(
    dateOf({ body, sentAt: late, acceptedAt: new Date('2026-04-20T12:00:00Z') }),
    '2026-03-31',
  );
});

test('a Date header that is missing, in the future or decades old gives way to the day of acceptance', () => {
  const body = 'Please reply by tomorrow.';
  const dateOf = (sent: Date | null) => run({ body, sentAt: sent }).findings.deadlines[0]?.date;
  assert.equal(dateOf(null), '2026-03-12');
  assert.equal(dateOf(new Date('2026-03-14T15:00:00Z')), '2026-03-12');
  assert.equal(dateOf(new Date('1970-01-01T00:00:00Z')), '2026-03-12');
  assert.equal(dateOf(new Date('2025-03-01T15:00:00Z')), '2025-03-02');
});

test('hole: past deadlines called upcoming', () => {
  const old = run({ body: 'Please reply by tomorrow.', sentAt: new Date('2025-03-01T15:00:00Z') });
  assert.equal(say(old), '2025-03-02 response low');
  // "Was due on December 28", written in January, is not next December.
  const january = new Date('2026-01-05T15:00:00Z');
  const overdue = run({
    body: 'Your payment was due on December 28.',
    sentAt: january,
    acceptedAt: january,
  });
  assert.equal(say(overdue), '2025-12-28 payment high');
});

test('a time zone beside the time is kept with it', () => {
  const [one] = run({ body: 'The call is on Friday at 3 pm PT.' }).findings.deadlines;
  assert.deepEqual(
    [one?.date, one?.time, one?.timezone],
    ['2026-03-13', '15:00', 'America/Los_Angeles'],
  );
  const [other] = run({ body: 'The call is on Friday at 3 pm.' }).findings.deadlines;
  assert.equal(other?.timezone, 'America/New_York');
});

const invoice: Invoice = {
  vendor: 'Box Mill',
  number: '77-A',
  date: '2026-03-10',
  due: '2026-04-09',
  total_cents: 120_000,
  net_cents: null,
  tax_cents: null,
  currency: 'USD',
  lines: [],
  arithmetic_ok: null,
  duplicate_of: null,
  source: 'text',
  attachment: 2,
};
const visionOf = (extracted_text: string, invoice_data: Invoice | null): VisionFindings => ({
  extracted_text,
  invoice_data,
  receipt_data: null,
  images_processed: 0,
  attachments: [],
});

test('an invoice’s due date is a payment deadline that quotes the attachment', () => {
  const vision = visionOf(
    'Box Mill\nInvoice 77-A of 03/10/2026\nDelivered 04/09/2026\nPayment due: 04/09/2026',
    invoice,
  );
  const result = run({ body: 'The invoice is attached.' }, vision);
  assert.equal(say(result), '2026-04-09 payment low');
  assert.deepEqual(result.evidence, [
    {
      finding: 'deadlines[0]',
      quote: 'Payment due: 04/09/2026',
      where: 'attachment',
      attachment: 2,
    },
  ]);
  assert.equal(
    result.findings.deadlines[0]?.description,
    'Invoice 77-A from Box Mill is to be paid',
  );
});

test('"net 30" on an invoice counts from its date', () => {
  const vision = visionOf('Invoice 77-A\nTerms: net 30', { ...invoice, due: null });
  assert.equal(say(run({}, vision)), '2026-04-09 payment low');
});

test('a due date that the attachment’s text does not show is dropped', () => {
  assert.equal(say(run({}, visionOf('Box Mill\n77-A', invoice))), '');
  assert.equal(say(run({}, visionOf('Payment due: 04/09/2026', null))), '');
});

test('the mail’s and the invoice’s words for one payment are one deadline', () => {
  const vision = visionOf('Payment due: 04/09/2026', invoice);
  const result = run({ body: 'Please pay by April 9.' }, vision);
  assert.equal(say(result), '2026-04-09 payment low');
  assert.equal(result.evidence[0]?.where, 'body');
});

test('long hostile text takes bounded time, and what was not read lowers the confidence', () => {
  const shapes = [
    '1',
    '1/',
    '12/12 ',
    'next ',
    'next next Friday ',
    '10:10 ',
    'Mon ',
    'by ',
    'march ',
    'may 5 ',
    'in 2 weeks ',
    'one ',
    'twenty-five ',
    'of the ',
    'every ',
    'every Monday and ',
    'the 1st of ',
    'day after ',
    '3 days and ',
    'end of ',
    '5 pm ',
    'two weeks after ',
    '(',
    ' ',
    '\n',
    'by friday, ',
    'please pay by May 5. ',
    '- May 5\n',
    'the ',
    'within the next ',
    '#',
    '~',
    'é5',
    'net ',
    '2026-',
  ];
  const years = Array.from({ length: 100 }, (_, index) => `passover ${1950 + index} `).join('');
  for (const shape of [...shapes, years]) {
    const started = process.cpuUsage();
    const result = run({ body: shape.repeat(100_000 / shape.length), subject: shape.repeat(200) });
    const { user } = process.cpuUsage(started);
    assert.ok(user < 1_500_000, `${JSON.stringify(shape)}: ${user / 1_000} ms`);
    assert.ok(result.findings.deadlines.length <= 50, shape);
  }
  assert.ok(run({ body: 'May 5, 2026 and then. '.repeat(4_000) }).confidence < 0.9);
});

test('results can be cloned to another thread and hold no half characters', () => {
  const emoji = '😀'.repeat(200);
  const result = run({ body: `${emoji} please pay by March 20 ${emoji}`, subject: `a${emoji}` });
  assert.deepEqual(structuredClone(result), result);
  for (const { quote, description } of result.findings.deadlines) {
    assert.ok(quote.isWellFormed() && description.isWellFormed());
  }
  assert.equal(result.findings.deadlines.length, 1);
});
