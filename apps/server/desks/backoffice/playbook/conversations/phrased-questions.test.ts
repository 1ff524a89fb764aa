import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutSlips } from '../understand/normalize/typing-errors.ts';
import { nearestPhrasing, phrasedAs } from '../understand/phrasings/as-phrased.ts';
import { inEachOf } from './test-goals.ts';

inEachOf('asked as staff ask, in words no rule names', [
  ['which firm mails us most often', 'vendors aspect=reasons'],
  ['so who do we hear from the most', 'vendors'],
  ['have we overlooked something important?', 'attention'],
  ['what would you look at first in my place', 'attention'],
  ['can you reach the language model', 'health'],
  ['is the post piling up anywhere', 'health'],
  ['what did people want from us', 'emails'],
  ['which things can i ask you about', 'help'],
  ['you are getting on my nerves', 'abuse'],
  ['did you have a nice weekend', 'greeting'],
]);

inEachOf('days told twice are one day', [
  ['mails of monday the 23rd', 'emails 11-23..11-23'],
  ['mail from friday, november 20', 'emails 11-20..11-20'],
  ['what came in in the first week of november', 'emails 11-01..11-07'],
  ['e-mails in the last ten days of november', 'emails 11-21..11-30'],
  ['messages from november 26 until now', 'emails 11-26..12-01'],
]);

inEachOf('kind words before a question ask nothing', [
  ['hi, hope you slept well. what failed today?', 'executions status=failed 12-01..12-01'],
  ['hey aubs, happy tuesday! open reviews?', 'reviews'],
  ["i'm just back from my holiday in maine, what needs my attention", 'attention'],
]);

inEachOf('a whole question takes nothing from the one before it', [
  [
    'how many customer mails last week, and did anything fail today',
    'emails category=customer 11-23..11-29 + executions status=failed 12-01..12-01',
  ],
  [
    'how many reviews are open and did anything fail this week',
    'reviews + executions status=failed 11-30..12-06',
  ],
]);

inEachOf('an id of one letter is an id', [
  ['open execution ffffffffffff', 'record facet=story ref=[execution:ffffffffffff]'],
]);

test('a word that no phrasing and no vocabulary knows keeps a question from being taken for another', () => {
  for (const text of [
    'what does the submarine need',
    'who wrote about the cello',
    'is gwen healthy',
  ]) {
    assert.equal(phrasedAs(text, { isLater: false, words: ['submarine'] }), undefined, text);
  }
  assert.equal(nearestPhrasing(''), undefined);
});

test('slips of the keyboard are put right, names are left as they are', () => {
  assert.equal(
    withoutSlips('waht did custmers wirte yestreday'),
    'what did customers write yesterday',
  );
  const names = 'greta novak, brian, diana at peconic.example and x-ray@mail.example';
  assert.equal(withoutSlips(names), names);
});
