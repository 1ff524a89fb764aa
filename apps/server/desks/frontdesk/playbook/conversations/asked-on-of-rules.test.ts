import { days, price, suite } from './conversation-checks.ts';

const now = new Date('2026-12-01T15:00:00Z');

suite('what is asked on of a rule says nothing else', [
  { says: 'how much is storage and where is it', answers: ['$20 a day'], never: [/sign in/] },
  {
    says: 'someone told me you do storage, is that right and how much',
    answers: ['$20'],
    never: [/\$95/],
  },
  { says: 'is there a coi and how much is it', answers: ['$50'], never: [/\$95/] },
  { says: 'we cancelled on day three, what do we get', answers: ['credit'], never: [/11:30/] },
  { says: 'my landlord wants proof of insurance by friday, can you provide it', answers: ['$50'] },
]);

suite('a rule in other words', [
  { says: 'do i understand right that coi is free with standard', answers: ['included'] },
  { says: 'is 100 dollars enough cover for a 3000 dollar painting', answers: ['$1,000'] },
  { says: 'must each bag have a number', answers: ['numbered'] },
  {
    says: 'your website says 10 minutes wait, is that true for moves too',
    answers: ['30 minutes'],
  },
]);

suite(
  'what happened before does not count',
  [
    {
      says: 'the movers cancelled on us!! can you do tomorrow',
      calls: [days('2026-12-02', 0)],
      never: [/48 hours/],
    },
    {
      says: 'we only have a weekend free, dec 19 or 20. which is better',
      calls: [days('2026-12-19', 1)],
    },
    {
      says: 'both our suitcases need to go from 10014 to 11937. cost?',
      calls: [
        price({
          service_type: 'standard_delivery',
          item_count: 2,
          pickup_zip: '10014',
          delivery_zip: '11937',
        }),
      ],
    },
  ],
  { now },
);
