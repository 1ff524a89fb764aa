import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { taskFindingsSchema } from '../findings.ts';
import { testEmail, testSettings } from '../text/test-email.ts';
import { runTriageRules } from '../triage/triage-rules.ts';
import { runTaskRules } from './task-rules.ts';

type Parts = Parameters<typeof testEmail>[0];
interface Expected {
  title: string;
  due?: string | null;
  assignee?: string | null;
  priority?: string;
  category?: string;
}
/** sender, subject, text, the tasks, more parts of the mail. It is Monday, November 23, 2026. */
type Case = [string, string, string, (string | Expected)[], Parts?];

const settings = { ...testSettings, staffNames: ['Tom Baker', 'Maria Lopez', 'Dee'] };

function read([from, subject, text, , more]: Case) {
  const email = testEmail({ from, subject, text, ...more });
  const triage = runTriageRules({ email, settings }).findings;
  return runTaskRules({ email, triage, settings });
}

function check(kind: string, cases: Case[]) {
  describe(kind, () => {
    for (const one of cases) {
      const [, subject, text, expected] = one;
      test(`${subject}: ${text.slice(0, 60)}`, () => {
        const { findings, confidence, evidence } = read(one);
        taskFindingsSchema.parse(findings);
        const wanted = expected.map((task) => (typeof task === 'string' ? { title: task } : task));
        assert.deepEqual(
          findings.tasks.map((task, index) => ({
            title: task.title,
            ...(wanted[index]?.due !== undefined && { due: task.due_date }),
            ...(wanted[index]?.assignee !== undefined && { assignee: task.assignee }),
            ...(wanted[index]?.priority !== undefined && { priority: task.priority }),
            ...(wanted[index]?.category !== undefined && { category: task.category }),
          })),
          wanted,
        );
        assert.deepEqual(
          evidence.map(({ quote }) => quote),
          findings.tasks.map(({ quote }) => quote),
        );
        const { envelope, segments } = testEmail({ subject, text, ...one[4] });
        const whole = [envelope.subject, ...segments.map((segment) => segment.text)].join('\n');
        for (const { quote } of findings.tasks) assert.ok(whole.includes(quote), quote);
        assert.ok(confidence >= 0.89, `confidence ${confidence}`);
      });
    }
  });
}

const ann = 'Ann Field <ann.field@gmail.com>';
const penfield = 'Penfield Leasing <billing@penfieldleasing.com>';
const tom = 'Tom Baker <tom@harborvan.com>';
const maria = 'Maria Lopez <maria@harborvan.com>';
const marshal = 'Suffolk Fire Marshal <inspections@suffolkfire.gov>';
const supply = 'Rick Alvarez <rick@boxandtape.com>';
const broker = 'Dana Whitfield <dana@whitfieldinsurance.com>';

check('orders', [
  [
    broker,
    'COI',
    'Please send us the signed application by Friday.',
    [
      {
        title: 'Send Dana Whitfield the signed application by Friday',
        due: '2026-11-27',
        category: 'compliance',
      },
    ],
  ],
  [
    broker,
    'Policy',
    'Can you send me the vehicle list before December 1?',
    [{ title: 'Send Dana Whitfield the vehicle list before December 1', due: '2026-11-30' }],
  ],
  [
    marshal,
    'Fire inspection',
    'The annual fire inspection is on December 3. Please make sure that all exits are clear.',
    [{ title: 'Make sure that all exits are clear', category: 'compliance' }],
  ],
  [
    marshal,
    'Violation',
    'The violation must be corrected within 10 days.',
    [{ title: 'The violation must be corrected within 10 days', priority: 'high' }],
  ],
  [
    supply,
    'Your order',
    'We are out of medium boxes. Let me know whether large ones would do.',
    ['Let Rick Alvarez know whether large ones would do'],
  ],
  [
    supply,
    'Dock',
    'Our truck arrives on Wednesday at 8. Please have a forklift ready.',
    ['Have a forklift ready'],
  ],
  [
    supply,
    'Address',
    'Could you please confirm the delivery address?',
    ['Confirm the delivery address'],
  ],
  [
    'Montauk Storage <office@montaukstorage.com>',
    'Gate',
    'Please call us back about the gate code as soon as possible.',
    [
      {
        title: 'Call back Montauk Storage about the gate code as soon as possible'.replace(
          'Call back Montauk Storage',
          'Call Montauk Storage back',
        ),
        priority: 'high',
      },
    ],
  ],
  [
    'Montauk Storage <office@montaukstorage.com>',
    'Lease',
    'Sign and return the attached lease by December 15.',
    [
      {
        title: 'Sign and return the attached lease by December 15',
        due: '2026-12-15',
        category: 'compliance',
      },
    ],
  ],
  [
    'Montauk Storage <office@montaukstorage.com>',
    'Unit 12',
    'If it rains on Tuesday, please move the boxes away from the door.',
    ['Move the boxes away from the door'],
  ],
  [
    ann,
    'Thursday',
    'Hi, please cancel my pickup on Thursday.',
    [{ title: "Cancel Ann Field's pickup on Thursday", due: '2026-11-26' }],
  ],
  [
    ann,
    'Address',
    'Kindly change the delivery address to 14 Ocean Road.',
    ['Change the delivery address to 14 Ocean Road'],
  ],
  [
    ann,
    'Bags',
    'Would you please bring the bags to the side door?',
    ['Bring the bags to the side door'],
  ],
  [
    ann,
    'Receipt',
    'I need a copy of my receipt.',
    [{ title: "Provide a copy of Ann Field's receipt", category: 'accounting' }],
  ],
  [
    ann,
    'Receipt',
    'Also, don’t forget to leave the key with the doorman.',
    ['Leave the key with the doorman'],
  ],
  [ann, 'Move', 'It would be great if you could send a bigger van.', ['Send a bigger van']],
  [
    ann,
    'Move',
    'I was wondering if you could come an hour later tomorrow.',
    [{ title: 'Come an hour later tomorrow', due: '2026-11-24', priority: 'high' }],
  ],
  [
    ann,
    'Move',
    'My doorman is strict - please text him before you come.',
    ['Text him before you come (Move)'],
  ],
  [
    tom,
    'Boxes',
    'We need to order more wardrobe boxes this week.',
    [{ title: 'Order more wardrobe boxes this week', due: '2026-11-29', category: 'operations' }],
  ],
  [
    tom,
    'Van 3',
    'Someone needs to take van 3 to the mechanic today.',
    [{ title: 'Take van 3 to the mechanic today', due: '2026-11-23', category: 'maintenance' }],
  ],
  [
    tom,
    'Van 2',
    'Van 2 needs to be cleaned before Friday.',
    [
      {
        title: 'Van 2 needs to be cleaned before Friday',
        due: '2026-11-26',
        category: 'maintenance',
      },
    ],
  ],
  [tom, 'Tape', 'We need more tape.', ['Get more tape']],
  [tom, 'Keys', "Let's move the spare keys to the office.", ['Move the spare keys to the office']],
  [
    tom,
    'To do',
    'To do for this week:\n- Call the landlord about the heater\n- Pay the parking invoice\n- Renew the permit by Friday',
    [
      'Call the landlord about the heater',
      'Pay the parking invoice',
      { title: 'Renew the permit by Friday', due: '2026-11-27' },
    ],
  ],
  [maria, 'Please order shrink wrap', '', ['Order shrink wrap']],
  [
    maria,
    'No rush',
    'When you get a chance, please file the October receipts.',
    [{ title: 'File the October receipts', priority: 'low', category: 'accounting' }],
  ],
  [
    maria,
    'URGENT',
    'Please call the bank immediately.',
    [{ title: 'Call the bank immediately', priority: 'high' }],
  ],
]);

check('people', [
  [
    maria,
    'Today',
    'Tom, please pick up the lamps in Sag Harbor.',
    [{ title: 'Pick up the lamps in Sag Harbor', assignee: 'Tom Baker' }],
  ],
  [
    tom,
    'Invoice',
    'Can Maria check the invoice from the garage?',
    [{ title: 'Check the invoice from the garage', assignee: 'Maria Lopez' }],
  ],
  [
    tom,
    'Roof',
    'Please have Dee call the landlord about the roof.',
    [{ title: 'Have Dee call the landlord about the roof', assignee: 'Dee' }],
  ],
  [
    tom,
    'Roster',
    'Dee should update the roster tonight.',
    [{ title: 'Update the roster tonight', assignee: 'Dee', due: '2026-11-23' }],
  ],
  [
    ann,
    'Move',
    'Hi Maria,\n\nplease send me the contract.\n\nAnn',
    [{ title: 'Send Ann Field the contract', assignee: 'Maria Lopez' }],
  ],
  [ann, 'Move', 'Monday, please call me.', [{ title: 'Call Ann Field', assignee: null }]],
  [ann, 'Move', 'Bob, can you bring straps?', [{ title: 'Bring straps', assignee: null }]],
  [
    penfield,
    'Form',
    'Customer: please sign the form.',
    [{ title: 'Sign the form', assignee: null }],
  ],
]);

check('questions and wishes', [
  [
    ann,
    'Montauk',
    'Hello, do you deliver to Montauk? How much is it for two suitcases?',
    [{ title: 'Answer Ann Field: do you deliver to Montauk?', category: 'customer service' }],
  ],
  [
    ann,
    'Piano',
    'We have an upright piano. Do you move pianos?',
    ['Answer Ann Field: Do you move pianos?'],
  ],
  [
    ann,
    'Saturday',
    'Can we move our booking from Friday to Saturday?',
    [{ title: 'Answer Ann Field: Can we move our booking from Friday to Saturday?', due: null }],
  ],
  [
    ann,
    'Quote',
    'I would like a quote for moving a one-bedroom apartment in May.',
    ['Answer Ann Field: I would like a quote for moving a one-bedroom apartment in May.'],
  ],
  [
    ann,
    'Quote for June',
    'Moving 25 boxes from Brooklyn to Montauk on June 12.',
    ['Answer Ann Field: Moving 25 boxes from Brooklyn to Montauk on June 12.'],
  ],
  [
    ann,
    'Booking 10442',
    'I need to reschedule my booking to the weekend.',
    ['Answer Ann Field: I need to reschedule my booking to the weekend.'],
  ],
  [
    supply,
    'Large boxes',
    'Shall we ship the rest of your order now?',
    ['Answer Rick Alvarez: Shall we ship the rest of your order now?'],
  ],
  [
    tom,
    'Swap',
    'Can I swap shifts with Dee next week?',
    [{ title: 'Answer Tom Baker: Can I swap shifts with Dee next week?', category: 'scheduling' }],
  ],
  [ann, 'Do you store skis?', '', ['Answer Ann Field: Do you store skis?']],
  [
    'Harborvan Website <noreply@harborvan.com>',
    'Quote request',
    'I would like to get a quote for moving my apartment in May.',
    ['Answer Bill Day: I would like to get a quote for moving my apartment in May.'],
    { replyTo: 'Bill Day <billday@gmail.com>' },
  ],
]);

check('complaints, absence and money', [
  [
    ann,
    'Damaged suitcase',
    'My suitcase arrived damaged and the handle is broken. I am very upset.',
    [
      {
        title: "Answer Ann Field's complaint: Damaged suitcase",
        priority: 'high',
        category: 'customer service',
      },
    ],
  ],
  [
    ann,
    'Nobody came',
    'Your driver never showed up this morning. Please call me today.',
    [
      { title: 'Call Ann Field today', due: '2026-11-23', priority: 'urgent' },
      "Answer Ann Field's complaint: Nobody came",
    ],
  ],
  [
    ann,
    '',
    'One of my boxes is missing. Where is it?',
    ["Answer Ann Field's complaint: Where is it?"],
  ],
  [
    tom,
    'Sick',
    "I can't come in tomorrow, I have the flu. Sorry!",
    [
      {
        title: 'Find cover for Tom Baker',
        due: '2026-11-24',
        priority: 'high',
        category: 'scheduling',
      },
    ],
  ],
  [
    tom,
    'Out sick today',
    'Throwing up all night.',
    [{ title: 'Find cover for Tom Baker', due: '2026-11-23', priority: 'urgent' }],
  ],
  [
    penfield,
    'Invoice 88213',
    'Please find attached invoice 88213. The amount due is $2,148.00, payable by December 5.',
    [{ title: 'Pay invoice 88213 (Penfield Leasing)', due: '2026-12-05', category: 'accounting' }],
  ],
  [
    penfield,
    'Past due: invoice 20817',
    'Our records show that invoice 20817 is now 15 days past due. Please remit payment today.',
    [{ title: 'Pay invoice 20817 (Penfield Leasing)', due: '2026-11-23', priority: 'urgent' }],
  ],
  [
    penfield,
    'Rent',
    'Your rent of $900 is due on December 1.',
    [{ title: 'Pay Penfield Leasing', due: '2026-12-01' }],
  ],
  [
    penfield,
    'Your bill is ready',
    'Amount due: $318.44. Due date: December 10.',
    [{ title: 'Pay Penfield Leasing', due: '2026-12-10' }],
  ],
  [
    maria,
    'Fwd: Invoice 88213',
    'FYI',
    [{ title: 'Pay invoice 88213 (Maria Lopez)', due: '2026-12-05' }],
    {
      more: [
        [
          'forwarded',
          'Invoice 88213 is attached. The amount due is $2,148.00, payable by December 5.',
        ],
      ],
    },
  ],
  [
    'Cloud Backup <noreply@cloudbackup.io>',
    'Backup failed',
    'The backup job failed last night. Open the dashboard.',
    ['Look into: Backup failed'],
  ],
]);

check('nothing to do', [
  [ann, 'Thank you', 'Your crew was wonderful and I will recommend you to all my friends.', []],
  [ann, 'Thanks!', 'Everything arrived in perfect shape. Keep up the great work!', []],
  [
    penfield,
    'Invoice 88213',
    'Please find attached invoice 88213. It will be charged to your card automatically. No payment is needed.',
    [],
  ],
  [
    penfield,
    'Payment received',
    'We have received your payment of $318.44. Thank you for your business.',
    [],
  ],
  [penfield, 'Closed on Thursday', 'Please note that our office is closed on Thursday.', []],
  [penfield, 'Hello', 'If you have any questions, please call us.', []],
  [penfield, 'Update', 'Please do not hesitate to contact me.', []],
  [penfield, 'Update', 'Let me know if you have any questions.', []],
  [penfield, 'Update', 'Feel free to call me at any time.', []],
  [penfield, 'Update', 'I will call you on Monday.', []],
  [penfield, 'Update', 'We would be happy to help you. How are you?', []],
  [penfield, 'Update', 'Please do not reply to this message.', []],
  [
    penfield,
    'Update',
    'The order was shipped yesterday and the driver asked for the gate code.',
    [],
  ],
  [penfield, 'Update', 'Please disregard this notice if you have already paid.', []],
  [penfield, 'Update', 'Should you need anything else, give us a call.', []],
  [supply, 'Order 55120', 'Order 55120 has shipped and arrives on Tuesday.', []],
  [tom, 'Keys', 'I moved the keys to the top drawer.', []],
  [tom, 'Done', 'Ordered the boxes, called the landlord, paid the permit.', []],
  [tom, 'Party', 'Can you believe it? What a day!', []],
  [tom, 'Monday', 'Have a great weekend, see you on Monday.', []],
  [
    marshal,
    'Fire inspection',
    'The annual fire inspection will take place on December 3 at 10 a.m.',
    [],
  ],
  [broker, 'Certificate', 'The certificate you asked for is attached.', []],
  [
    broker,
    'Out of office',
    'Please call my colleague.',
    [],
    { headers: { 'auto-submitted': 'auto-replied' } },
  ],
  [
    'Trade Weekly <news@movingtrade.com>',
    'Save now',
    'Order today! Please call us. Buy your boxes now.',
    [],
    { headers: { 'list-id': '<n.movingtrade.com>' } },
  ],
  [
    'Mailer <mailer-daemon@mx.example.net>',
    'Undelivered mail',
    'Please check the address and send it again.',
    [],
  ],
  [
    'Route Planner <noreply@routeplanner.io>',
    'Your weekly report is ready',
    'Open the dashboard to see the statistics.',
    [],
  ],
]);

check('what is over, forbidden or only explains', [
  [
    maria,
    "Re: Can't come tomorrow",
    'Get well. Dee takes your route, you need not do anything.',
    [],
    { inReplyTo: 'a@harborvan.com' },
  ],
  [tom, 'Sick today', 'I am sick and staying home today. Dee is taking both of my trips.', []],
  [
    tom,
    'Sick today',
    'I am sick and staying home today. Can Dee take my trips?',
    [
      { title: 'Find cover for Tom Baker', priority: 'urgent', due: '2026-11-23' },
      "Take Tom Baker's trips",
    ],
  ],
  [
    maria,
    'Re: Scratched table: what we owe',
    'No worries, all settled.',
    [],
    { inReplyTo: 'a@harborvan.com' },
  ],
  [broker, 'Filed', 'The form is filed. Nothing for you to sign until March.', []],
  [broker, 'Claim closed', 'The claim is paid. No further papers are needed.', []],
  [broker, 'Policy', 'Protection matters. Cover ends when the premium is late.', []],
  [penfield, 'Moving', 'Do not call the old number. Never park in front of the gate.', []],
  [penfield, 'Survey', 'How satisfied were you with our last visit?', []],
  [
    broker,
    'Audit',
    'You need not come, but please send us the mileage list.',
    ['Send Dana Whitfield the mileage list'],
  ],
  [
    broker,
    'Claim 17',
    'We need the photos and the signed receipt. Please send both by Friday.',
    [
      { title: 'Provide the photos and the signed receipt' },
      { title: 'Send both by Friday (Claim 17)', due: '2026-11-27' },
    ],
  ],
  [
    ann,
    'Piano',
    'We need a piano brought to Riverhead. Could you send me a quote by Wednesday?',
    [{ title: 'Send Ann Field a quote by Wednesday', due: '2026-11-25' }],
  ],
  [
    marshal,
    'Badge',
    'Somebody with a photo ID must collect the badge at our office, Monday to Friday 9 to 5.',
    [{ title: 'Collect the badge at our office, Monday to Friday 9 to 5', due: null }],
  ],
  [
    supply,
    'Sample',
    'Please approve it by Friday so that we can print before the holidays.',
    [{ title: 'Approve it by Friday (Sample)', due: '2026-11-27' }],
  ],
  [
    'Domains <no-reply@namefolk.example>',
    'harborvan.com expires soon',
    'Your domain expires on December 20. Automatic renewal is off.',
    [{ title: 'Look into: harborvan.com expires soon', due: '2026-12-20' }],
  ],
]);
