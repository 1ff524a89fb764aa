import { conversation, PRICE } from './conversation-checks.ts';

/** What is sent at first; what is said then, and the number of ordinary and the specialty items. */
const ROWS: readonly [string, readonly [string, number | undefined, string?][]][] = [
  ['2 surfboards and 4 boxes', [['leave out the boards. And now?', 4]]],
  ['2 surfboards and 4 boxes', [['only one board actually', 4, 'surfboard']]],
  [
    '4 boxes and 2 suitcases',
    [
      ['one suitcase less', 5],
      ['and one box more', 6],
    ],
  ],
  ['5 boxes', [["no wait, there's a sixth", 6]]],
  ['4 suitcases', [['hm, I found a fifth suitcase', 5]]],
  [
    'a stroller, 3 suitcases and 2 boxes',
    [["we'll put the stroller in the car. And without it?", 5]],
  ],
  ['a stroller, 3 suitcases and 2 boxes', [['the boxes go with my brother', 4]]],
  [
    'a stroller, 3 suitcases and 2 boxes',
    [['my sister takes the two boxes in her car, so how much for the others?', 4]],
  ],
  ['a crib and 2 suitcases', [['the crib will fit in our trunk', 2]]],
  ['6 boxes', [['2 of the boxes go with my neighbor', 4]]],
  ['6 boxes', [['half of them go with my brother', 3]]],
  ['7 boxes', [['I gave away three of them. How much for the remaining 4?', 4]]],
  ['3 suitcases and 4 boxes', [['my brother takes 2 of them in his van', 5]]],
  ['3 boxes and a surfboard', [['and the boxes by themselves?', 3]]],
  ['3 boxes and a surfboard', [['the surfboard alone, what is that?', undefined, 'surfboard']]],
  [
    '2 suitcases, a floor lamp and 3 boxes',
    [['The lamp stays here after all. So what is it then?', 5]],
  ],
  ['2 suitcases and 3 boxes', [['make it 4 boxes', 6]]],
  ['2 suitcases and 3 boxes', [['sorry, I meant 4 boxes, not 3', 6]]],
  ['2 suitcases and 3 boxes', [['and with 5 boxes?', 7]]],
  [
    '2 suitcases and 3 boxes',
    [
      ['and just the suitcases?', 2],
      ['and with the boxes again?', 5],
    ],
  ],
  [
    '2 suitcases and 3 boxes',
    [
      ['without the boxes?', 2],
      ['and with them?', 5],
    ],
  ],
  [
    '2 suitcases and 3 boxes',
    [
      ['plus a lamp', 6],
      ['and a stroller too', 7],
      ['but no boxes', 4],
    ],
  ],
  ['2 suitcases, a stroller and 3 boxes', [['instead of the stroller two more boxes', 7]]],
  ['2 suitcases, a stroller and 3 boxes', [['swap the stroller for a crib', 5, 'crib']]],
  ['2 suitcases, a crib and 3 boxes', [['a stroller instead of the crib', 6]]],
  ['2 suitcases, a crib and 3 boxes', [["we don't need the crib, they have one there", 5]]],
  ['a surfboard', [['and another surfboard?', undefined, '2 surfboards']]],
  ['2 surfboards', [['one more surfboard', undefined, '3 surfboards']]],
  ['2 surfboards', [['and a third one?', undefined, '3 surfboards']]],
  ['2 surfboards and 4 boxes', [['only one surfboard', 4, 'surfboard']]],
  ['2 surfboards and 4 boxes', [['one of the surfboards stays here', 4, 'surfboard']]],
  [
    '2 surfboards and 4 boxes',
    [
      ['and only the surfboards?', undefined, '2 surfboards'],
      ['ok with the boxes then', 4, '2 surfboards'],
    ],
  ],
  ['6 boxes', [['two of them stay here', 4]]],
  ['6 boxes', [["I'll take two of them in my car", 4]]],
  [
    'a suitcase, a garment bag, a stroller and a cooler',
    [
      ['leave the cooler and the stroller', 2],
      ['ok then also 3 boxes', 5],
    ],
  ],
  ['my golf clubs and 2 bags', [['add a second set of golf clubs', 4]]],
  [
    'a lamp, two chairs and 4 boxes',
    [
      ["the chairs won't come", 5],
      ['one chair does come after all', 6],
    ],
  ],
  [
    'a crib and a peloton',
    [
      ['no peloton', undefined, 'crib'],
      ['and the peloton but not the crib', undefined, 'peloton'],
    ],
  ],
  [
    '4 boxes',
    [
      ['and 2 suitcases', 6],
      ['and a lamp', 7],
    ],
  ],
  ['4 boxes', [['oh and my wife has 2 bags', 6]]],
  ['4 boxes', [['my wife wants to send a bag too', 5]]],
  ['2 golf bags and 3 suitcases', [['one golf bag is enough', 4]]],
  ['2 boxes and a chair', [["it's a table, not a chair", 3]]],
  ['2 boxes and a wardrobe box', [['make it two of those', 2, '2 wardrobe boxes']]],
  ['3 bags of clothes and a tv', [['ok and wihtout the tv', 3]]],
  [
    'a desk lamp',
    [
      ['and two boxes', 3],
      ['and a suitcase', 4],
    ],
  ],
  ['4 boxes', [['how much are 2 suitcases?', 2]]],
  ['4 boxes', [['and for 2 suitcases?', 2]]],
];

for (const [list, lines] of ROWS) {
  const [first] = lines;
  conversation(`${list}: ${first?.[0]}`, [
    { says: `how much for ${list} from 10021 to 11937?`, tool: PRICE },
    ...lines.map(([says, count, specialty]) => ({
      says,
      tool: PRICE,
      input: { item_count: count, item_description: specialty },
    })),
  ]);
}
