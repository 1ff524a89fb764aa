import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };

for (const [says, terminal] of [
  ["it's 4", '4'],
  ["oh it's 8", '8'],
  ['hmm let me check. its four', '4'],
  ["ah ok that'd be 7. flight at 6pm", '7'],
  ['it should be 5 i think', '5'],
  ['ok 1 then', '1'],
] as const) {
  conversation(
    `a bare number is the terminal that was asked for: ${says}`,
    [
      {
        says: '3 bags from 10128 to JFK on December 10, terminal 9',
        tool: PRICE,
        answers: ['Which terminal'],
        never: [/Noted|Got it/],
      },
      { says, tool: PRICE, input: { bag_count: 3 }, answers: [`Terminal ${terminal}`] },
      { says: 'book it', tool: HANDOFF, input: { bag_count: 3, terminal } },
    ],
    options,
  );
}

conversation(
  'a terminal that does not exist is not noted',
  [
    { says: '4 suitcases from 10003 to JFK on December 8', tool: PRICE },
    { says: 'terminal 6', answers: ['has no Terminal 6'], never: [/Noted|Got it/] },
    { says: "it's 5 bags, terminal 5", tool: PRICE, input: { bag_count: 5 } },
  ],
  options,
);
