import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testEmail, testSettings } from '../text/test-email.ts';
import { runTriageRules } from './triage-rules.ts';

type Level = 'low' | 'medium' | 'high' | 'critical';
type Parts = Parameters<typeof testEmail>[0];
/** sender, subject, text, category, type, urgency, more parts of the mail. */
type Case = [string, string, string, string, string, Level, Parts?];

const level = (urgency: number): Level =>
  urgency >= 90 ? 'critical' : urgency >= 70 ? 'high' : urgency >= 40 ? 'medium' : 'low';

function read([from, subject, text, , , , more]: Case) {
  return runTriageRules({
    email: testEmail({ from, subject, text, ...more }),
    settings: { ...testSettings, staffNames: ['Tom Baker', 'Maria Lopez'] },
  });
}

function check(kind: string, cases: Case[]) {
  describe(kind, () => {
    for (const one of cases) {
      const [from, subject, , category, type, urgency] = one;
      test(`"${subject}" from ${from} is ${category}, ${type}, ${urgency}`, () => {
        const { findings, confidence } = read(one);
        const why = `${JSON.stringify(findings.reasons)} at ${confidence}`;
        assert.deepEqual(
          [findings.category, findings.type, level(findings.urgency), findings.warnings],
          [category, type, urgency, []],
          why,
        );
        assert.ok(confidence >= 0.9, `a clear mail would wait for review: ${why}`);
      });
    }
  });
}

check('vendors', [
  [
    'Penfield Leasing <billing@penfieldleasing.com>',
    'Invoice 88213 for November',
    'Dear customer,\n\nPlease find attached invoice 88213 for your two cargo vans. The amount due is $2,148.00, payable by December 5.\n\nThank you for your business.',
    'vendor',
    'invoice',
    'medium',
    { attachments: ['Invoice_88213.pdf'] },
  ],
  [
    'Penfield Leasing <fleet@penfieldleasing.com>',
    'Lease renewal for unit 4417',
    'Your lease on the 2022 Transit ends on January 31. Attached is our renewal offer with the new terms. Please sign and return the agreement by December 15.',
    'vendor',
    'contract',
    'medium',
    { attachments: ['Lease_renewal_4417.pdf'] },
  ],
  [
    'Dana Whitfield <dana@whitfieldinsurance.com>',
    'Certificate of insurance for the Parkside building',
    'Hi,\n\nThe certificate you asked for is attached. The building is named as additional insured through your policy renewal in March.\n\nDana',
    'vendor',
    'insurance',
    'medium',
    { attachments: ['COI_Parkside.pdf'] },
  ],
  [
    'Whitfield Insurance <noreply@whitfieldinsurance.com>',
    'Notice of cancellation: commercial auto policy',
    'We have not received the premium for policy number CA-20881. Your coverage will lapse on November 30 unless payment is made.',
    'vendor',
    'insurance',
    'critical',
  ],
  [
    'Box & Tape Supply <orders@boxandtape.com>',
    'Your order 55120 has shipped',
    'Good news: your order has shipped. Two pallets of medium boxes and 36 rolls of tape arrive on Tuesday. Tracking number 1Z44A.',
    'vendor',
    'delivery',
    'medium',
  ],
  [
    'Rick Alvarez <rick@boxandtape.com>',
    'Backorder on wardrobe boxes',
    'Hi Sam, the wardrobe boxes on your order are back ordered until December 8. We can ship the rest of your order now. Let me know which you prefer.',
    'vendor',
    'delivery',
    'medium',
  ],
  [
    'Box & Tape Supply <ar@boxandtape.com>',
    'Past due: invoice 20817',
    'Our records show that invoice 20817 for $642.15 is now 15 days past due. Please remit payment at your earliest convenience.',
    'vendor',
    'invoice',
    'high',
  ],
  [
    'Montauk Storage <office@montaukstorage.com>',
    'Rent increase for units 12 and 14',
    'Dear tenant, from February 1 the monthly rent for your units goes up by 6 percent. The new lease terms are attached.',
    'vendor',
    'contract',
    'medium',
    { attachments: ['lease_terms.pdf'] },
  ],
  [
    'Montauk Storage <office@montaukstorage.com>',
    'Water in building C',
    'There is flooding in building C this morning and your unit is affected. Please come and move your boxes.',
    'vendor',
    'other',
    'critical',
  ],
  [
    'Suffolk County Fire Marshal <inspections@suffolkfire.gov>',
    'Fire inspection scheduled for December 3',
    'This office will conduct the annual fire inspection of your warehouse on December 3 at 10 a.m. Please make sure that extinguishers and exits are accessible.',
    'vendor',
    'inspection',
    'medium',
  ],
  [
    'Town of Southold Building Department <permits@southoldtown.gov>',
    'Notice of violation',
    'An inspection of your premises found a blocked exit. The violation must be corrected within 10 days or a penalty will apply.',
    'vendor',
    'inspection',
    'high',
  ],
  [
    'Eastline Parking <accounts@eastlineparking.com>',
    'Your November statement',
    'Your statement for the three spaces on Mercer Street is ready. The balance due of $1,350.00 will be charged on the 28th.',
    'vendor',
    'invoice',
    'medium',
  ],
  [
    'Grid Power <noreply@gridpower.com>',
    'Your bill is ready',
    'Your bill for account number 4410-22 is ready. Amount due: $318.44. Due date: December 10.',
    'vendor',
    'invoice',
    'medium',
  ],
  [
    'Harbor Auto Repair <service@harborautorepair.com>',
    'Estimate for the Transit',
    'The brake pads and rotors on your vehicle need replacing. Our estimate is attached. Do you want us to go ahead?',
    'vendor',
    'contract',
    'medium',
    { attachments: ['estimate_3391.pdf'] },
  ],
  [
    'Claims Desk <claims@northshoremutual.com>',
    'Claim 77-1902',
    'We have received your claim for the damaged dresser. An adjuster will call you. Your claim number is 77-1902.',
    'vendor',
    'insurance',
    'medium',
  ],
  [
    'Jo Park <jo@cleanandbright.com>',
    'Quote for weekly office cleaning',
    'Thanks for showing me around. Attached is our quote for your office, $220 a week. It is good for 30 days.',
    'vendor',
    'contract',
    'medium',
    { attachments: ['quote.pdf'] },
  ],
  [
    'Payments <noreply@gridpower.com>',
    'Payment received',
    'We received your payment of $318.44 for account number 4410-22. Thank you.',
    'vendor',
    'payment',
    'medium',
  ],
  [
    'FleetCard <statements@fleetcardone.com>',
    'Payment declined on your fuel account',
    'Your payment was declined and your account number 8812 has a balance due. Please pay immediately to keep your cards active.',
    'vendor',
    'payment',
    'high',
  ],
  [
    'Anna Reyes <anna@coastaluniforms.com>',
    'Your shirts',
    'Hello, your order of 20 polo shirts is ready and our driver will bring it on Thursday. The invoice follows.',
    'vendor',
    'delivery',
    'medium',
  ],
  [
    'Island Waste <billing@islandwaste.com>',
    'Price change for your service',
    'Starting January 1 our rates go up by 4%. Your contract renews under the new rates unless you tell us by December 20.',
    'vendor',
    'contract',
    'medium',
  ],
  [
    'Lakeview Freight <dispatch@lakeviewfreight.com>',
    'Delivery appointment',
    'Our truck will be at your dock on Wednesday between 8 and 10. Please have a forklift ready for the delivery of your racks.',
    'vendor',
    'delivery',
    'medium',
  ],
  [
    'Bookkeeping by Lena <lena.ortiz.books@gmail.com>',
    'Invoice for October bookkeeping',
    'Hi, my invoice for October is attached, $450, net 15. Thank you for your business! Lena',
    'vendor',
    'invoice',
    'medium',
    { attachments: ['invoice-oct.pdf'] },
  ],
  [
    'Penfield Leasing <billing@penfieldleasing.com>',
    'Final notice - account 3310',
    'This is the final notice for your overdue balance of $1,074. Legal action may follow.',
    'vendor',
    'invoice',
    'critical',
  ],
]);

check('customers', [
  [
    'Ann Field <ann.field@gmail.com>',
    'Quote for a small move',
    'Hi there! We are moving from Brooklyn to Montauk on June 12. How much would it cost for about 25 boxes and a couch? Thank you, Ann',
    'customer',
    'inquiry',
    'medium',
  ],
  [
    'Joel Stein <jstein44@yahoo.com>',
    'Do you deliver to Shelter Island?',
    'Hello, do you deliver luggage to Shelter Island, and what do you charge for two suitcases?',
    'customer',
    'inquiry',
    'medium',
  ],
  [
    'Priya N <priya.n@icloud.com>',
    'my booking 10442',
    'Hi, I need to reschedule my booking from Friday to Saturday. Is that possible?',
    'customer',
    'booking',
    'medium',
  ],
  [
    'Carl Roth <carlroth@aol.com>',
    'Cancel my pickup',
    'Please cancel my pickup on Thursday, our flight was moved. Booking number 10518.',
    'customer',
    'booking',
    'medium',
  ],
  [
    'Marian Cho <marian.cho@gmail.com>',
    'Damaged suitcase',
    'I am very upset. My suitcase arrived damaged, the handle is broken off and nobody has called me back. I want a refund.',
    'customer',
    'complaint',
    'high',
  ],
  [
    'Pete Lund <pete.lund@hotmail.com>',
    'Nobody showed up',
    'Your driver never showed this morning. We waited three hours. This is unacceptable.',
    'customer',
    'complaint',
    'high',
  ],
  [
    'Gail Moss <gailmoss@comcast.net>',
    'Thank you!',
    'Your crew was wonderful. Tom and Luis were careful and on time, and I will recommend you to all my friends.',
    'customer',
    'praise',
    'low',
  ],
  [
    'H. Oduya <hoduya@gmail.com>',
    'Five stars',
    'Just wanted to say great job yesterday. Everything arrived in perfect shape. Highly recommend!',
    'customer',
    'praise',
    'low',
  ],
  [
    'Laura Beck <lbeck@beckdesignstudio.com>',
    'Booking for four clients',
    'Hi, I would like to book pickups for four of my clients in July. Can you send me your rates for regular customers?',
    'customer',
    'booking',
    'medium',
  ],
  [
    'Ann Field <ann.field@gmail.com>',
    'Re: Your quote',
    'That works for us. I would like to book the move for June 12. What do you need from me?',
    'customer',
    'booking',
    'medium',
    { inReplyTo: 'two@example.net' },
  ],
  [
    'Sara K <sarak@me.com>',
    'Missing box',
    'One of my boxes is missing. It has the kitchen things in it. Where is it?',
    'customer',
    'complaint',
    'high',
  ],
  [
    'Nora Ellis <nora.ellis@gmail.com>',
    'Charged twice',
    'Hello, you charged me twice for my move on the 3rd. Please refund the second charge.',
    'customer',
    'complaint',
    'high',
  ],
  [
    'Tim Barrow <tbarrow@outlook.com>',
    'Certificate for my building',
    'My building asks for a certificate of insurance before my move on Monday. Can you send it to the super?',
    'customer',
    'insurance',
    'medium',
  ],
  [
    'Eve Lin <evelin@gmail.com>',
    'Golf clubs',
    'Can you pick up my golf clubs in Manhattan on Friday and bring them to our rental house in Amagansett?',
    'customer',
    'booking',
    'medium',
  ],
  [
    'Ruth Adler <ruthadler@optonline.net>',
    'Question about storage',
    'Do you store furniture over the winter? I have a sofa and six boxes. No rush.',
    'customer',
    'inquiry',
    'low',
  ],
  [
    'Harborvan Website <noreply@harborvan.com>',
    'New quote request',
    'Name: Bill Day\nEmail: billday@gmail.com\nI would like to get a quote for moving my apartment in May.',
    'customer',
    'inquiry',
    'medium',
    { replyTo: 'Bill Day <billday@gmail.com>' },
  ],
  [
    'Omar Haddad <omarh@gmail.com>',
    'Change of address',
    'Hi, please change the address for my delivery to 14 Ocean Road. Thanks!',
    'customer',
    'booking',
    'medium',
  ],
  [
    'Jill Vance <jvance@vancelaw.com>',
    'Invoice for our move',
    'Could you send me the invoice for my move in October? My accountant needs it.',
    'customer',
    'booking',
    'medium',
  ],
  [
    'Kim Dao <kimdao@gmail.com>',
    'Lost bag!!',
    'My bag was lost on the way to the airport and our flight leaves tonight. Please call me immediately.',
    'customer',
    'complaint',
    'high',
  ],
  [
    'Walt Hines <walthines@verizon.net>',
    'Do you take pianos',
    'We have an upright piano on the second floor. Do you move pianos? Is it possible to come and look at it?',
    'customer',
    'inquiry',
    'medium',
  ],
  [
    'Meg Tully <megtully@gmail.com>',
    'Where is my delivery?',
    'I am still waiting for my bags. The window was 2 to 4 and it is 6 now.',
    'customer',
    'complaint',
    'high',
  ],
]);

check('staff', [
  [
    'Tom Baker <tom@harborvan.com>',
    'Sick',
    "Morning, I can't come in tomorrow, I have the flu. Sorry!",
    'staff',
    'call_out',
    'high',
  ],
  [
    'Maria Lopez <maria@harborvan.com>',
    'Calling out today',
    'My son is sick and I have to stay home. Can someone cover my shift?',
    'staff',
    'call_out',
    'high',
  ],
  [
    'Tom Baker <tbaker1990@gmail.com>',
    "Can't make it in today",
    "I'm throwing up and won't be in today. Someone needs to cover my route.",
    'staff',
    'call_out',
    'high',
  ],
  [
    'Luis <luis@harborvan.com>',
    'Swap shifts',
    'Can I swap shifts with Dee next week? I have a dentist appointment on Wednesday.',
    'staff',
    'schedule',
    'medium',
  ],
  [
    'Maria Lopez <maria@harborvan.com>',
    'Schedule for next week',
    'Here is the schedule for next week. Please look it over and tell me about conflicts.',
    'staff',
    'schedule',
    'medium',
  ],
  [
    'Dee <dee@harborvan.com>',
    'Van 3',
    'Van 3 broke down on the expressway, I am stranded with a full load. Call me.',
    'staff',
    'other',
    'critical',
  ],
  [
    'Sam Ortega <sam@harborvan.com>',
    'Time off in August',
    'I would like to request vacation days from August 4 to 8.',
    'staff',
    'schedule',
    'medium',
  ],
  [
    'Sam Ortega <sam@harborvan.com>',
    'Boxes',
    'We are down to the last ten wardrobe boxes. Please order more this week.',
    'staff',
    'other',
    'medium',
  ],
  [
    'Maria Lopez <harborvan.office@gmail.com>',
    'FYI',
    'I moved the keys to the top drawer.',
    'staff',
    'other',
    'low',
  ],
  [
    'Maria Lopez <maria@harborvan.com>',
    'Fwd: Invoice 88213',
    'FYI',
    'staff',
    'invoice',
    'low',
    {
      more: [
        [
          'forwarded',
          'From: Penfield Leasing\n\nPlease find invoice 88213 attached. Amount due: $2,148.00.',
        ],
      ],
      attachments: ['Invoice_88213.pdf'],
    },
  ],
  [
    'Luis <luis@harborvan.com>',
    'Accident',
    'I was in an accident on Route 27. Nobody was injured but the van has a big dent.',
    'staff',
    'other',
    'critical',
  ],
  [
    'Dee <dee@harborvan.com>',
    'Daily summary',
    'Daily report: 14 pickups, 12 deliveries, no damage. See you all soon.',
    'staff',
    'report',
    'low',
  ],
]);

check('machines', [
  [
    'Mail Delivery Subsystem <mailer-daemon@mx.example.net>',
    'Undelivered Mail Returned to Sender',
    'Your message to jo@exampel.com could not be delivered.',
    'system',
    'bounce',
    'medium',
    {
      headers: {
        'content-type': 'multipart/report; report-type=delivery-status; boundary=x',
        'return-path': '<>',
      },
    },
  ],
  [
    'Rick Alvarez <rick@boxandtape.com>',
    'Automatic reply: order 55120',
    'I am out of the office until December 1. For urgent matters call the front desk.',
    'system',
    'auto_reply',
    'low',
  ],
  [
    'Dana Whitfield <dana@whitfieldinsurance.com>',
    'Re: certificate',
    'I am on leave. Please write to the team.',
    'system',
    'auto_reply',
    'low',
    { headers: { 'auto-submitted': 'auto-replied' } },
  ],
  [
    'Moving Trade Weekly <news@movingtrade.com>',
    'URGENT: last chance to save on boxes today',
    'Act now! Order by midnight and save 30% on all boxes. Unsubscribe here.',
    'system',
    'newsletter',
    'low',
    {
      headers: {
        'list-id': '<news.movingtrade.com>',
        'list-unsubscribe': '<https://movingtrade.com/u>',
      },
    },
  ],
  [
    'Chamber of Commerce <events@lichamber.org>',
    'November news',
    'Join us for the holiday breakfast. Members enter free.',
    'system',
    'newsletter',
    'low',
    { headers: { precedence: 'bulk' } },
  ],
  [
    'Van Deals <offers@vandeals.example>',
    'New vans',
    'Get a great van today and visit our lot. To unsubscribe, follow this link.',
    'system',
    'newsletter',
    'low',
  ],
  [
    'Uptime Robot <alerts@upcheck.io>',
    'Monitor is DOWN: harborvan.com',
    'Alert: your site harborvan.com is down since 09:14. Error: connection timeout.',
    'system',
    'alert',
    'high',
  ],
  [
    'Cloud Backup <noreply@cloudbackup.io>',
    'Backup failed',
    'The backup job failed last night. Error 512: not enough storage.',
    'system',
    'alert',
    'medium',
  ],
  [
    'Account Team <no-reply@accounts.mailhost.com>',
    'New sign-in from Chrome on Windows',
    'We noticed a new sign in to your account. If this was you, no action is needed.',
    'system',
    'alert',
    'low',
  ],
  [
    'Route Planner <noreply@routeplanner.io>',
    'Your weekly report is ready',
    'Weekly summary: 84 stops, 612 miles. Open the dashboard to see the statistics.',
    'system',
    'report',
    'low',
  ],
  [
    'Van Tracker <notifications@vantracker.com>',
    'Geofence alert: Van 2',
    'Automatic notification: Van 2 left the zone at 02:11.',
    'system',
    'alert',
    'medium',
  ],
  [
    'Box & Tape Supply <orders@boxandtape.com>',
    'Your order 55120 has shipped',
    'Your order has shipped. Tracking number 1Z44A. Unsubscribe from order mails here.',
    'vendor',
    'delivery',
    'medium',
    { headers: { 'list-unsubscribe': '<https://boxandtape.com/u>' } },
  ],
]);

check('words that only look urgent', [
  [
    'Gail Moss <gailmoss@comcast.net>',
    'The old place',
    'I heard the last movers were fired. Your crew was wonderful and moved our fireplace tools without a scratch. Thank you so much!',
    'customer',
    'praise',
    'low',
  ],
  [
    'Joel Stein <jstein44@yahoo.com>',
    'Not urgent',
    'This is not urgent, but how much would it cost to store my boxes whenever you have a minute to look it up?',
    'customer',
    'inquiry',
    'low',
  ],
  [
    'Suffolk County Fire Marshal <inspections@suffolkfire.gov>',
    'Fire drill and fire alarm test',
    'The inspector will test the fire alarm and emergency lighting at your premises in January.',
    'vendor',
    'inspection',
    'medium',
  ],
]);

check('people who write from a domain of nobody in particular', [
  [
    'Clara Webb <clara.webb@post.example>',
    'Crib',
    'Does a folded crib count as one piece? Thank you!',
    'customer',
    'inquiry',
    'medium',
  ],
  [
    'Milo Hart <mhart@hart-family.example>',
    'Umbrella',
    'I believe I left an umbrella in your van last Tuesday. Could someone check?',
    'customer',
    'inquiry',
    'medium',
  ],
  [
    'Inge Vogel <inge.vogel@letters.example>',
    'Cancel, please',
    'We are ill. Please cancel booking HV-4471 and tell me that you did.',
    'customer',
    'booking',
    'medium',
  ],
  [
    'Theo Lind <theo.lind@post.example>',
    'Cover for a sculpture',
    'Is a small sculpture insured on the way, and who pays if it breaks?',
    'customer',
    'inquiry',
    'medium',
  ],
  [
    'Omar Said <omar.said@post.example>',
    'Thanks',
    'Wonderful work as always, and on time. We will recommend you.',
    'customer',
    'praise',
    'low',
  ],
  [
    'Nils Berg <nils.berg@bergtrucks.example>',
    'Truck 4',
    'There is a safety recall on your truck 4. Please bring it to our workshop on Monday.',
    'vendor',
    'other',
    'medium',
  ],
  [
    'Fay at Paperhouse <fay@paperhouse.example>',
    'A better price',
    'I can offer the tissue paper for 4 dollars a pack if you order this month. Let me know what you think.',
    'vendor',
    'other',
    'medium',
  ],
]);

check('a private person who wants to be paid', [
  [
    'Rolf Kern <rolf.kern@kern.example>',
    'Gate',
    'I have mended the gate as agreed. My invoice is attached. Please pay within 14 days.',
    'vendor',
    'invoice',
    'medium',
    { attachments: ['invoice.pdf'] },
  ],
]);

check('answers: the old subject decides nothing', [
  [
    'Maria Lopez <maria@harborvan.com>',
    "Re: I can't come in tomorrow",
    'Get well soon. Dee takes your route.',
    'staff',
    'other',
    'low',
    { inReplyTo: 'a@harborvan.com' },
  ],
  [
    'Tom Baker <tom@harborvan.com>',
    'Re: URGENT: scratched door on the white truck',
    'Thanks, I will look at it at the end of the week.',
    'staff',
    'other',
    'low',
    { inReplyTo: 'a@harborvan.com' },
  ],
  [
    'Ann Field <ann.field@gmail.com>',
    'Re: My vase arrived broken',
    'Thank you so much for the quick refund. All settled now.',
    'customer',
    'praise',
    'low',
    { inReplyTo: 'a@gmail.com' },
  ],
]);

check('colleagues who cannot come', [
  [
    'Dee <dee@harborvan.com>',
    'Tomorrow',
    'I have to see the dentist and will not make it in tomorrow. My early run has nobody.',
    'staff',
    'call_out',
    'high',
  ],
]);

check('what colleagues write of damage and loss is a report', [
  [
    'Dee <dee@harborvan.com>',
    'Scratch on the blue truck',
    'I scraped a gate at the depot. There is a scratch on the left door, nobody hurt.',
    'staff',
    'report',
    'low',
  ],
  [
    'Maria Lopez <maria@harborvan.com>',
    'Two boxes are missing',
    'Mr. Gale says two boxes are missing from his delivery. Tom, please look in the depot right away.',
    'staff',
    'report',
    'high',
  ],
  [
    'Dee <dee@harborvan.com>',
    'Accident',
    'I hit a parked car on Main Street, the fender is damaged and the other driver is injured.',
    'staff',
    'report',
    'critical',
  ],
]);

// Written after the rules, as a check; where the rules failed, they were mended by meaning.
check('a later round', [
  [
    'Grace Hall <grace@parkwayproperties.com>',
    'Unit 7 sublet',
    'Following up on our call. The owner agreed to extend the storage lease by six months at the current rent. Could you sign the attached amendment and return it by next Friday?',
    'vendor',
    'contract',
    'medium',
    { attachments: ['Amendment2.pdf'] },
  ],
  [
    'Box Orders <customer.service@ulinepack.com>',
    'Order confirmation 8841120',
    'Thank you for your order. 10 bundles of moving blankets will ship on November 25 and arrive within two business days.',
    'vendor',
    'delivery',
    'medium',
  ],
  [
    'Beth R <bethr@gmail.com>',
    'Scratch on my dresser',
    'Hi. The dresser you delivered on Saturday has a deep scratch across the top. I have attached photos. How do we go about getting it repaired?',
    'customer',
    'complaint',
    'high',
    { attachments: ['IMG_1.jpg'] },
  ],
  [
    'Carol Finn <cfinn@aol.com>',
    'so impressed',
    'I have used a lot of movers and yours are the best. Please pass my thanks on to Luis!',
    'customer',
    'praise',
    'low',
  ],
  [
    'Dee <dee@harborvan.com>',
    'tomorrow',
    'hey, woke up with a fever, not going to make it in tomorrow. sorry',
    'staff',
    'call_out',
    'high',
  ],
  [
    'Luis <luis@harborvan.com>',
    'Thursday',
    'Can I leave early on Thursday? I need to pick my kid up at 3.',
    'staff',
    'schedule',
    'medium',
  ],
  [
    'Kyle Brandt <kbrandt@brandtagency.com>',
    'Renewal questionnaire',
    'Attached is the renewal questionnaire for your general liability policy. Please complete it and send it back by December 4 so that we can get quotes in time.',
    'vendor',
    'insurance',
    'medium',
    { attachments: ['questionnaire.pdf'] },
  ],
  [
    'Hal Webb <hwebb@msn.com>',
    'Third time asking',
    'I have called three times about the lamp your crew broke. Nobody calls back. I expect a refund or I will dispute the charge with my bank.',
    'customer',
    'complaint',
    'high',
  ],
  [
    'Bank <no-reply@alerts.firstbank.example>',
    'Direct deposit received',
    'A direct deposit of $3,200.00 was posted to your checking account ending 4471.',
    'vendor',
    'payment',
    'medium',
  ],
  [
    'Island Waste <service@islandwaste.com>',
    'Contract renewal',
    'Your service contract renews automatically on January 15. No action is needed if you wish to continue.',
    'vendor',
    'contract',
    'low',
  ],
]);

test('hole: "fired" matched "fire"', () => {
  const urgencyOf = (text: string) =>
    runTriageRules({
      email: testEmail({ from: 'dee@harborvan.com', text }),
      settings: testSettings,
    }).findings.urgency;
  assert.equal(level(urgencyOf('There is a fire in the warehouse.')), 'critical');
  assert.equal(level(urgencyOf('He was fired in the warehouse.')), 'low');
  assert.equal(level(urgencyOf('The fireplace is in the warehouse.')), 'low');
});
