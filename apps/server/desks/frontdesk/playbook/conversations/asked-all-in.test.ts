import { conversation, PRICE } from './conversation-checks.ts';

const options = { now: new Date('2026-12-01T15:00:00Z') };
const BOXES = { item_count: 4, pickup_zip: '10011', delivery_zip: '11937' };

for (const [lines, says] of [
  [['hey'], 'what is that all in, 10011 to 11937, 4 boxes'],
  [['do you cover 11937?'], 'great. 10011 to 11937, 4 boxes, what would that amount to all told'],
  [['do you cover 11937?'], '4 boxes from 10011 to 11937, what kind of money is that'],
  [['do you cover 11937?'], '4 boxes from 10011 to 11937, how bad is it'],
  [[], 'hi there! do you guys do 10011 to 11937? 4 boxes. what is that door to door'],
  [[], 'is 10011 to 11937 something you do? 4 items, what am i looking at'],
  [[], 'do you cover 11937? if so what is 4 boxes from 10011 all in'],
  [[], 'i have 4 boxes, 10011 to 11937. what is that, soup to nuts?'],
  [[], 'do you do 10011 to 11937? 4 boxes, the whole shebang?'],
] as const) {
  conversation(
    `the total by an idiom is estimated: ${says}`,
    [...lines.map((line) => ({ says: line })), { says, tool: PRICE, input: BOXES }],
    options,
  );
}

conversation(
  'door to door is no price where none is asked',
  [{ says: 'do you go door to door in 11937?', tool: 'check_zip_coverage' }],
  options,
);
