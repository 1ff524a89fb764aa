import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';
import { told } from './told-checks.ts';

// Days that are named by others of the same conversation, and never counted from today.

const options = { now: new Date('2026-12-01T15:00:00Z') };
const PLACES = { pickup_zip: '10014', delivery_zip: '11968' };
const BOXES = { service_type: 'standard_delivery', item_count: 4, ...PLACES };
const MOVE = { service_type: 'mini_move', mini_move_tier: 'petite', ...PLACES };
const BOOKED = 'book 4 boxes from 10014 to 11968 on';

for (const says of [
  'my wife would rather have the Thursday after all, please put it back to that',
  "let's go back to thursday",
  'Thursday would suit us more',
  'sorry, move it back to the 17th',
  'switch it back to the earlier date',
]) {
  told(
    `back to a day of this order: ${says}`,
    ['book a petite move from 10014 to 11968 on dec 17', 'make it the 18th', says],
    { ...MOVE, pickup_date: '2026-12-17' },
  );
}

for (const [says, day] of [
  ['Tuesday is easier for us, so one day later please', '2026-12-15'],
  ['my aunt is only home on Tuesday. So the day after please', '2026-12-15'],
  ['the day after works better, Tuesday that is', '2026-12-15'],
  ['Sunday suits us more, so the day before please', '2026-12-13'],
  ['my aunt gets the keys on Tuesday, so the day after that please', '2026-12-16'],
  ['we get the keys on wednesday, so the day after please', '2026-12-17'],
  ['make that a week later than that', '2026-12-21'],
  ['make it wednesday instead', '2026-12-16'],
] as const) {
  told(`beside Monday, December 14: ${says}`, [`${BOOKED} dec 14`, says], {
    ...BOXES,
    pickup_date: day,
  });
}

for (const [says, day] of [
  ['make it the 12th', '2027-01-12'],
  ['sorry, the 5th please', '2027-01-05'],
  ['wednesday would be better', '2027-01-06'],
] as const) {
  told(`of an order in January: ${says}`, [`${BOOKED} january 8`, says], {
    ...BOXES,
    pickup_date: day,
  });
}

for (const [asks, books, day] of [
  ['and may 9 next year, thats a sunday too', 'book the december one please', '2026-12-20'],
  ['and jan 10, which is also a sunday', 'book the one in december', '2026-12-20'],
  ['and on january 17th, another sunday', 'ok book the january date', '2027-01-17'],
  ['and on the 27th, a sunday as well', 'the earlier one please, book it', '2026-12-20'],
  ["and january 3? that's a sunday again", 'ok book the first one', '2026-12-20'],
] as const) {
  told(
    `one of the days priced: ${asks} / ${books}`,
    ['price for 4 boxes from 10014 to 11968 on a sunday, like dec 20?', asks, books],
    { ...BOXES, pickup_date: day },
  );
}

conversation(
  'which of two days in December is asked, not guessed',
  [
    { says: 'price for 4 boxes from 10014 to 11968 on dec 13', tool: PRICE },
    { says: 'and on dec 20?', tool: PRICE },
    { says: 'and on jan 10?', tool: PRICE },
    { says: 'book the december one', tool: null, answers: [/which day|what day/i] },
    { says: 'the 20th', tool: HANDOFF, input: { pickup_date: '2026-12-20' } },
  ],
  options,
);

for (const says of [
  'and on a weekday?',
  'what would I pay midweek',
  'would it be cheaper during the week?',
  "and if it's not a weekend",
  'how much on a normal weekday then',
]) {
  conversation(
    `the price without the weekend, and then the day is asked: ${says}`,
    [
      { says: 'price of a full move from 10014 to 11968 on saturday january 9', tool: PRICE },
      { says, tool: PRICE, without: ['pickup_date'], answers: ['$3,250'] },
      { says: 'ok book it', tool: null, answers: [/which day|what day/i] },
      { says: 'monday', tool: HANDOFF, input: { pickup_date: '2027-01-11' } },
    ],
    options,
  );
}
