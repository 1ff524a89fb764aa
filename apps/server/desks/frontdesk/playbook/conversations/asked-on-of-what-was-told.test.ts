import { conversation, PRICE } from './conversation-checks.ts';

const now = new Date('2026-12-01T15:00:00Z');

conversation(
  'the service and the price of the own booking that was told',
  [
    { says: 'which of my bookings is completed?', tool: 'lookup_booking_status' },
    {
      says: 'what kind of service was that and what did it cost',
      tool: 'lookup_booking_status',
      answers: ['Standard Delivery', '$285'],
    },
  ],
  { now, signedIn: true },
);

conversation(
  'an item by itself, and what is to be done with it',
  [
    { says: 'is my peloton part of a standard move?', answers: ['never part'] },
    { says: 'what does a peloton cost on its own', tool: PRICE, answers: ['$500'] },
    { says: 'is there anything I should do before pickup?', answers: ['screen'] },
  ],
  { now },
);

conversation(
  'where the place of a rule is',
  [
    { says: 'can you store a trunk for me for a week?', answers: ['$20 a day'] },
    { says: 'and where is that?', answers: ['Southampton'], never: [/sign in/] },
  ],
  { now },
);

conversation(
  'what an area surcharge counts by',
  [
    { says: '6 boxes from 10001 to 06880, how much?', tool: PRICE, answers: ['$745'] },
    { says: 'do I pay that surcharge for each item or once?', answers: ['each address'] },
  ],
  { now },
);

conversation(
  'same-day delivery is priced where today was refused',
  [
    { says: 'can you pick up 4 bags today from 10011 to East Hampton?', answers: ['today'] },
    {
      says: 'and how much would same day be?',
      tool: PRICE,
      input: { is_same_day: true },
      without: ['pickup_date'],
      answers: ['$740'],
    },
  ],
  { now },
);
