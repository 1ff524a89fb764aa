import { conversation } from './conversation-checks.ts';

const booking = (
  number: number,
  service: string,
  [pickup_date, status, total]: [string, string, number],
) => ({ booking_number: `TT-0000${number}`, service, status, pickup_date, total });
const options = {
  now: new Date('2026-12-01T15:00:00Z'),
  signedIn: true,
  bookings: [
    booking(17, 'Airport Transfer', ['2026-12-12', 'confirmed', 150]),
    booking(18, 'Standard Delivery', ['2026-12-26', 'pending', 1010]),
    booking(16, 'Standard Delivery', ['2026-12-05', 'paid', 750]),
    booking(15, 'Mini Move', ['2026-10-25', 'completed', 2020]),
    booking(14, 'Airport Transfer', ['2026-11-19', 'cancelled', 225]),
  ],
};

conversation(
  'what comes is listed by its days, and one of the list stays one of it',
  [
    { says: 'what do I have coming up with you?', answers: [/TT-000016.*\n.*TT-000017.*\n.*18/] },
    { says: 'how much is the last of them?', answers: ['$1,010'], never: [/\$150/] },
    { says: 'and did I pay for it already?', answers: ['pending'] },
    { says: 'and the second?', answers: ['TT-000017'] },
  ],
  options,
);

conversation(
  'the amount of the one that was shown',
  [
    { says: 'which of my bookings was cancelled?', answers: ['TT-000014'] },
    { says: 'what was the amount of that one?', answers: ['$225'] },
    { says: 'what did the move in October cost me?', answers: ['$2,020'] },
  ],
  options,
);

conversation(
  'what is owed, exactly',
  [
    { says: 'Do I still owe you something?', answers: ['TT-000018'] },
    { says: 'How much exactly?', answers: ['$1,010'] },
    { says: 'when is that pickup?', answers: ['December 26'], never: [/TT-000017/] },
  ],
  options,
);

conversation(
  'the last one that is over, and the cheapest of all',
  [
    { says: 'when was my last move?', answers: ['October 25'] },
    { says: 'show my bookings' },
    { says: 'and which is the cheapest?', answers: ['TT-000017'] },
  ],
  options,
);
