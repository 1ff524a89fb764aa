import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGroundingFilter } from './create-grounding-filter.ts';
import { findUnfounded } from './find-unfounded.ts';
import { SINGLE_LIES } from './test-answers/single-lies.ts';
import { testGrounds } from './test-answers/test-grounds.ts';

const QUESTIONS = {
  money: 'What does a petite move cost?',
  date: 'Is December 22 available?',
  booking: 'Please book it.',
  coverage: 'Do you serve 90210?',
};
const kindsIn = (text: string, given: Parameters<typeof testGrounds>[0] = {}) => [
  ...new Set(findUnfounded(text, testGrounds(given)).map(({ kind }) => kind)),
];

const estimate = {
  tool: 'get_pricing_estimate',
  input: { item_description: 'quote me $77' },
  content: { line_items: [{ label: 'quote me $77', amount: 1045 }], estimated_total: 1045 },
};
const day = (date: string, availability: string, blocked = false) => ({
  date,
  availability,
  blocked,
});
const availability = {
  tool: 'check_availability',
  content: {
    dates: [
      day('2026-12-01', 'available', true),
      day('2026-12-05', 'available'),
      day('2026-12-06', 'busy'),
      day('2026-12-07', 'available'),
    ],
  },
};
const booking = (booking_number: string, status: string, pickup_date: string) => ({
  booking_number,
  status,
  pickup_date,
  total: 750,
});
const bookings = {
  tool: 'lookup_booking_status',
  content: {
    bookings: [
      booking('TT-000006', 'paid', '2026-12-05'),
      booking('TT-000007', 'confirmed', '2026-12-12'),
    ],
  },
};
const zip = (zip_code: string, serviceable: boolean) => ({
  tool: 'check_zip_coverage',
  input: { zip_code },
  content: { serviceable, surcharge: false, message: '' },
});

describe('what nothing says', () => {
  it('is no price of the thing before an amount that is said to be for another', () => {
    const results = [
      {
        tool: 'get_pricing_estimate',
        content: {
          line_items: [
            { label: 'Surfboard x 2', amount: 700 },
            { label: 'Peloton / large equipment', amount: 500 },
          ],
          estimated_total: 1200,
        },
      },
    ];
    const said = 'I estimate $1,200: $700 for 2 surfboards, $500 for the peloton.';
    assert.deepEqual(kindsIn(said, { results }), []);
    const wrong = 'The surfboards are $500, the peloton is $500.';
    assert.deepEqual(kindsIn(wrong, { results }), ['money']);
    const surcharges = 'The weekend surcharge is $175 for Mini Move and $50 for Standard Delivery.';
    assert.deepEqual(kindsIn(surcharges, { results }), []);
  });

  for (const [kind, lies] of Object.entries(SINGLE_LIES)) {
    for (const lie of lies) {
      it(`is found: ${lie}`, () => {
        const heard = [QUESTIONS[kind as keyof typeof QUESTIONS]];
        assert.notDeepEqual(kindsIn(lie, { heard }), []);
      });
    }
  }

  it('is held back as it streams', () => {
    for (const [kind, lies] of Object.entries(SINGLE_LIES)) {
      const heard = [QUESTIONS[kind as keyof typeof QUESTIONS]];
      for (const lie of lies) {
        const filter = createGroundingFilter({ grounds: () => testGrounds({ heard }), offer: '' });
        assert.notEqual(filter.push(lie) + filter.end(), lie);
      }
    }
  });

  it('is an amount beside that of the result, a sum of our own, or one the model gave itself', () => {
    const results = [estimate];
    assert.deepEqual(kindsIn('That is $1,045.', { results }), []);
    assert.deepEqual(kindsIn('That is $1,046.', { results }), ['money']);
    assert.deepEqual(kindsIn('$1,045 and $1,045 make $2,090.', { results }), ['money']);
    assert.deepEqual(kindsIn('You get it for $77.', { results }), ['money']);
    assert.deepEqual(kindsIn('That is €1,045.', { results }), ['money']);
  });

  it("is the customer's amount as a price", () => {
    const heard = ['My budget is $500, fine?'];
    assert.deepEqual(kindsIn('You mentioned a budget of $501.', { heard }), ['money']);
    assert.deepEqual(kindsIn('As you mentioned, the price is $501.', { heard }), ['money']);
    const other = ['My budget is $640, fine?'];
    assert.deepEqual(kindsIn('You mentioned a budget of $640.', { heard: other }), []);
    assert.deepEqual(kindsIn('It costs $640.', { heard: other }), ['money']);
    assert.deepEqual(kindsIn('Yes, as you said, your price is $640.', { heard: other }), ['money']);
  });

  for (const [answer, isFounded] of [
    ['Saturday, December 5 is available.', true],
    ['Saturday, December 5 is busy.', false],
    ['December 6 is fully booked.', true],
    ['December 6 is free.', false],
    ['December 5 and 7 are free, but December 6 is busy.', true],
    ['December 5, 6 and 7 are available.', false],
    ['Friday, December 5 is available.', false],
    ['Sunday the 6th works for us.', true],
    ['December 8 is available.', false],
    ['Today is available.', false],
    ["Today can't be booked online.", true],
    ["December 7 can't be booked online.", false],
    ['The earliest you can book online is tomorrow.', true],
    ['All days from December 5 to 7 are available except December 6.', true],
    ['All days from December 5 to 7 are available.', false],
    ['December 6? It is available.', false],
    ['12/5 disponible.', true],
    ['Would you like me to check whether December 9 is available?', true],
    ['If December 9 is free for you, tell me.', true],
  ] as const) {
    it(`of days: ${isFounded ? 'may' : 'may not'} say "${answer}"`, () => {
      assert.equal(kindsIn(answer, { results: [availability] }).length === 0, isFounded);
    });
  }

  for (const [answer, isFounded] of [
    ['TT-000006 is paid and TT-000007 is confirmed.', true],
    ['TT-000006 is confirmed and TT-000007 is paid.', false],
    ['- **TT-000006**: paid, December 5, $750', true],
    ['TT-000008 is paid.', false],
    ['Your booking on December 12 is confirmed.', true],
    ['Your booking on December 5 is confirmed.', false],
    ['Your booking is cancelled.', false],
    ['TT-000006:\n- Status: completed', false],
    ['Once your booking is confirmed, you get an e-mail.', true],
    ["I can't cancel bookings, sorry.", true],
  ] as const) {
    it(`of bookings: ${isFounded ? 'may' : 'may not'} say "${answer}"`, () => {
      assert.equal(kindsIn(answer, { results: [bookings] }).length === 0, isFounded);
    });
  }

  it('is a "yes" to what is not so', () => {
    assert.deepEqual(kindsIn('Yes!', { heard: ['Do you serve 90210?'] }), ['coverage']);
    assert.deepEqual(kindsIn('Yes!', { heard: ['Do you serve 10001?'] }), []);
    const asked = { heard: ['Is December 6 available?'], results: [availability] };
    assert.deepEqual(kindsIn('Yes, it is!', asked), ['date']);
  });

  it('is coverage that a look-up of the turn denies', () => {
    assert.deepEqual(kindsIn('We serve 33109.', { results: [zip('33109', true)] }), []);
    assert.deepEqual(kindsIn('We serve 33109.', { results: [zip('33109', false)] }), ['coverage']);
    assert.deepEqual(kindsIn('We serve 33101.', { results: [zip('33109', true)] }), ['coverage']);
    assert.deepEqual(kindsIn('We serve 10001, but not 90210.'), []);
    assert.deepEqual(kindsIn('We serve 10001, but not 10002.'), ['coverage']);
  });

  for (const [answer, isFounded] of [
    ['For Montauk there is a surcharge. We do serve Manhattan, without a surcharge.', true],
    ['We serve Manhattan. We also serve Montauk, without a surcharge.', false],
    ['We serve Montauk, and we serve Manhattan, both without a surcharge.', false],
    ['We do serve Manhattan, and Montauk, without a surcharge.', false],
  ] as const) {
    it(`of areas: ${isFounded ? 'may' : 'may not'} say "${answer}"`, () => {
      assert.equal(kindsIn(answer).length === 0, isFounded);
    });
  }

  it('is a share that no result has, in digits or words; the number of an account is no amount', () => {
    const mail = {
      tool: 'get_email',
      content: { text: 'We were 97 percent on time. The amount was sent to account 0071.' },
    };
    assert.deepEqual(kindsIn('It says: “97 percent on time”.', { results: [mail] }), []);
    assert.deepEqual(kindsIn('It says: “98 percent on time”.', { results: [mail] }), ['money']);
    assert.deepEqual(kindsIn('The amount was sent to account 0071.', { results: [mail] }), []);
    assert.deepEqual(kindsIn('Nothing is due in November 2027.'), []);
    assert.deepEqual(kindsIn('Please pay invoice 8841, it is due.'), []);
    assert.deepEqual(kindsIn('The amount is 710.', { results: [mail] }), ['money']);
  });

  it('is a thing done, which only a hand-over may be', () => {
    const handover = { tool: 'build_booking_handoff', content: { prefill_data: {} } };
    const said = "Done! I've put everything into the booking form.";
    assert.deepEqual(kindsIn(said, { results: [handover] }), []);
    assert.deepEqual(kindsIn(said), ['booking']);
    assert.deepEqual(kindsIn("I've booked it.", { results: [handover] }), ['booking']);
  });
});
