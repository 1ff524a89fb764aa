import { conversation, DAYS, HANDOFF, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };

conversation(
  'a terminal, a time and a flight put right after the hand-over',
  [
    {
      says: 'Book an airport transfer for 3 bags to Newark, terminal A. The flight is on December 17 at 4:10 pm, pickup the same day in 10025',
      tool: HANDOFF,
      input: { terminal: 'A', pickup_date: '2026-12-17' },
      never: [/same-day delivery/i],
    },
    { says: "wrong terminal, it's B", tool: HANDOFF, input: { terminal: 'B', bag_count: 3 } },
    { says: 'no, the terminal should be C', tool: HANDOFF, input: { terminal: 'C' } },
    { says: "B, not C, I'm sorry", tool: HANDOFF, input: { terminal: 'B' } },
    {
      says: 'the flight is at 5:20 pm now',
      tool: HANDOFF,
      input: { terminal: 'B', flight_time: '17:20' },
    },
    {
      says: 'sorry, flight moved to the 18th, so the pickup as well',
      tool: HANDOFF,
      input: { flight_date: '2026-12-18', pickup_date: '2026-12-18' },
    },
  ],
  options,
);

conversation(
  'a numbered terminal',
  [
    {
      says: 'book 2 bags to JFK terminal 1, flight on Dec 15 2pm, pickup Dec 14 from 10013',
      tool: HANDOFF,
    },
    { says: 'not terminal 1 but 7', tool: HANDOFF, input: { terminal: '7', bag_count: 2 } },
    { says: "it's terminal 8, not 7", tool: HANDOFF, input: { terminal: '8', bag_count: 2 } },
    {
      says: 'the pickup on the same day as the flight please',
      tool: HANDOFF,
      input: { pickup_date: '2026-12-15', flight_date: '2026-12-15' },
    },
  ],
  options,
);

conversation(
  'a note for the driver names somebody else',
  [
    {
      says: 'Book 2 trunks from 10002 to 11976 on December 16, please. Note for the driver: ask for Rafael at the door',
      tool: HANDOFF,
      input: { special_instructions: 'Ask for Rafael at the door.' },
    },
    {
      says: 'Rafael is off that day I just heard. He should ask for Simone',
      tool: HANDOFF,
      input: { special_instructions: 'Ask for Simone.' },
    },
    {
      says: "and tell him there's a dog in the yard, he's friendly",
      tool: HANDOFF,
      input: { special_instructions: "Ask for Simone. There's a dog in the yard, he's friendly." },
    },
    {
      says: 'please take that note off again',
      tool: HANDOFF,
      without: ['special_instructions'],
    },
  ],
  options,
);

conversation(
  'a word of a note is put right',
  [
    {
      says: 'Book 2 trunks from 10002 to 11976 on December 16. Please tell the driver to ring at 4B',
      tool: HANDOFF,
    },
    {
      says: "sorry, it's 5B, not 4B",
      tool: HANDOFF,
      input: { special_instructions: 'Ring at 5B.', pickup_zip: '10002' },
    },
  ],
  options,
);

conversation(
  'what may be left on the back porch turns nothing round',
  [
    { says: "I'd like to book 5 boxes, pickup in 10040, drop-off in 11972", tool: null },
    { says: "and if we aren't there yet for the delivery?", tool: null, answers: ['safe place'] },
    {
      says: 'OK, December 8 then. Please put in that everything can be left on the back porch',
      tool: HANDOFF,
      input: {
        pickup_zip: '10040',
        delivery_zip: '11972',
        special_instructions: 'Everything can be left on the back porch.',
      },
    },
  ],
  options,
);

conversation(
  'another day after today was refused',
  [
    { says: 'could someone get 3 boxes from 10038 to 11946 this afternoon?' },
    {
      says: "OK, not today then. What's the price this Saturday?",
      tool: PRICE,
      input: { pickup_date: '2026-12-05' },
    },
    {
      says: 'Sunday suits us better. Please book it',
      tool: HANDOFF,
      input: { pickup_date: '2026-12-06' },
    },
  ],
  options,
);

conversation(
  'the Sunday that was spoken about, and the Monday after it',
  [
    {
      says: 'Please book a petite move from 11222 to 11937 on Sunday, December 13',
      tool: HANDOFF,
    },
    {
      says: 'does the Sunday cost anything extra?',
      tool: DAYS,
      input: { start_date: '2026-12-13' },
    },
    {
      says: 'then rather the Monday after it',
      tool: HANDOFF,
      input: { pickup_date: '2026-12-14' },
    },
    {
      says: 'and how much would it be on that Saturday?',
      tool: PRICE,
      input: { pickup_date: '2026-12-12' },
    },
  ],
  options,
);

conversation(
  'a start outside the area is replaced',
  [
    { says: '6 boxes from Princeton 08540 to 11968, what is that?', answers: ['08540'] },
    {
      says: 'and if I take them to my office in Hoboken, 07030?',
      tool: PRICE,
      input: { pickup_zip: '07030', delivery_zip: '11968' },
      answers: ['$745'],
    },
    {
      says: 'OK, from the office then. Book it for December 15',
      tool: HANDOFF,
      input: { pickup_zip: '07030', delivery_zip: '11968' },
      never: [/\(631\)/],
    },
  ],
  options,
);

conversation(
  'an end outside the area is replaced, and the start stays',
  [
    { says: 'How much for 4 suitcases from 10011 to Philadelphia 19103?', answers: ['19103'] },
    {
      says: 'ok, to my brother in 07030 then',
      tool: PRICE,
      input: { pickup_zip: '10011', delivery_zip: '07030' },
    },
  ],
  options,
);

conversation(
  'the ZIP code of the place just named',
  [
    { says: 'I have three suitcases that need to go to Quogue' },
    {
      says: 'from Tribeca. The zip is 10013',
      tool: PRICE,
      input: { pickup_zip: '10013', delivery_zip: '11959' },
    },
  ],
  options,
);

conversation(
  "last year's house is no day",
  [
    { says: 'Book 6 boxes from 11201 to 11937 on December 14 please', tool: HANDOFF },
    {
      says: "I gave you last year's house, sorry. The delivery is to 9 Ocean Road, Bridgehampton, NY 11932",
      tool: HANDOFF,
      input: { pickup_date: '2026-12-14', delivery_zip: '11932' },
    },
  ],
  options,
);

conversation(
  'a second booking a week later, between the same addresses',
  [
    { says: 'Please book a crib from 10024 to 11976 on December 8', tool: HANDOFF },
    {
      says: 'and a second booking: 3 boxes a week later, December 15, between the same addresses',
      tool: HANDOFF,
      input: { pickup_date: '2026-12-15', pickup_zip: '10024', delivery_zip: '11976' },
    },
  ],
  options,
);

conversation(
  'short questions go on with the policy that was told',
  [
    { says: 'Do you do refunds?', tool: null, answers: ['48 hours'] },
    { says: 'and if it is less than two days before?', tool: null, answers: ['48 hours'] },
    { says: 'and for holiday weekends?', tool: null, answers: ['holiday weekends'] },
    { says: 'how much is insurance?', tool: null, answers: ['$150'] },
    { says: 'what does it cover?', tool: null, answers: ['$1,000'] },
    {
      says: 'how much are 3 boxes to 11968?',
      tool: PRICE,
      input: { item_count: 3 },
      without: ['pickup_date'],
    },
    { says: 'what does it cost?', tool: PRICE },
  ],
  options,
);
