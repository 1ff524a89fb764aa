import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '@deskbell/clerk';
import { readSpan } from './read-span.ts';

/** Sunday, November 22, 2026, 10:00 in New York. */
const sunday = localTime(new Date('2026-11-22T15:00:00Z'), 'America/New_York');
/** Wednesday, November 25. */
const wednesday = localTime(new Date('2026-11-25T15:00:00Z'), 'America/New_York');

const said = (text: string, direction: 'past' | 'future', now = sunday): string => {
  const span = readSpan(text, now, direction)?.span;
  return span === undefined ? 'none' : `${span.from ?? ''}/${span.to ?? ''}`;
};

const BOTH: readonly (readonly [string, string])[] = [
  ['the may report', 'none'],
  ['emails', 'none'],
  ['the second one', 'none'],
  ['order 77120', 'none'],
  ['february 30', 'none'],
  ['13/45', 'none'],
  ['today', '2026-11-22/2026-11-22'],
  ["yesterday's", '2026-11-21/2026-11-21'],
  ['the day before yesterday', '2026-11-20/2026-11-20'],
  ['tomorrow', '2026-11-23/2026-11-23'],
  ['this week', '2026-11-16/2026-11-22'],
  ['last week', '2026-11-09/2026-11-15'],
  ['next week', '2026-11-23/2026-11-29'],
  ['the week before last', '2026-11-02/2026-11-08'],
  ['last 7 days', '2026-11-16/2026-11-22'],
  ['the past two weeks', '2026-11-09/2026-11-22'],
  ['last couple of days', '2026-11-21/2026-11-22'],
  ['the last month', '2026-10-01/2026-10-31'],
  ['over the last month', '2026-10-24/2026-11-22'],
  ['this month', '2026-11-01/2026-11-30'],
  ['next month', '2026-12-01/2026-12-31'],
  ['last year', '2025-01-01/2025-12-31'],
  ['this quarter', '2026-10-01/2026-12-31'],
  ['this weekend', '2026-11-21/2026-11-22'],
  ['last weekend', '2026-11-14/2026-11-15'],
  ['3 days ago', '2026-11-19/2026-11-19'],
  ['the next 3 days', '2026-11-22/2026-11-25'],
  ['2026-11-05', '2026-11-05/2026-11-05'],
  ['nov 3 to nov 9', '2026-11-03/2026-11-09'],
  ['between november 3 and 9', '2026-11-03/2026-11-09'],
  ['november 3-9', '2026-11-03/2026-11-09'],
  ['today and yesterday', '2026-11-21/2026-11-22'],
  ['last tuesday', '2026-11-17/2026-11-17'],
  ['the rest of the month', '2026-11-22/2026-11-30'],
  ['overall', '/'],
  ['emails in 2025', '2025-01-01/2025-12-31'],
  ['2025', '2025-01-01/2025-12-31'],
  ['between 2024 and 2025', '2024-01-01/2025-12-31'],
  ['order 2025', 'none'],
  ['on 18/11', '2026-11-18/2026-11-18'],
  ['on 18.11.', '2026-11-18/2026-11-18'],
  ['on 18.11', '2026-11-18/2026-11-18'],
  ['18.11.2025', '2025-11-18/2025-11-18'],
  ['it costs 18.11', 'none'],
  ['yesterday and the day before', '2026-11-20/2026-11-21'],
  ['the 3rd failed execution', 'none'],
];
for (const [text, expected] of BOTH) {
  test(`"${text}" is ${expected}`, () => {
    assert.equal(said(text, 'past'), expected);
    assert.equal(said(text, 'future'), expected);
  });
}

const APART: readonly (readonly [string, string, string])[] = [
  ['on tuesday', '2026-11-17/2026-11-17', '2026-11-24/2026-11-24'],
  ['on sunday', '2026-11-15/2026-11-15', '2026-11-29/2026-11-29'],
  ['the 5th', '2026-11-05/2026-11-05', '2026-12-05/2026-12-05'],
  ['december 5', '2025-12-05/2025-12-05', '2026-12-05/2026-12-05'],
  ['in january', '2026-01-01/2026-01-31', '2027-01-01/2027-01-31'],
  ['in november', '2026-11-01/2026-11-30', '2026-11-01/2026-11-30'],
  ['since monday', '2026-11-16/2026-11-22', '2026-11-23/'],
  ['by friday', '/2026-11-20', '/2026-11-27'],
  ['before december', '/2025-11-30', '/2026-11-30'],
  ['after november 10', '2026-11-11/', '2026-11-11/'],
  ['since 2025', '2025-01-01/2026-11-22', '2025-01-01/'],
  ['older than 20 days', '/2026-11-01', 'none'],
  ['more than 3 days ago', '/2026-11-18', '2026-11-19/2026-11-19'],
  ['newer than a week', '2026-11-16/2026-11-22', 'none'],
  ['before the end of the month', '/2026-11-30', '/2026-11-30'],
  ['thanksgiving', '2025-11-27/2025-11-27', '2026-11-26/2026-11-26'],
];
for (const [text, past, future] of APART) {
  test(`"${text}" points back for mail and ahead for tasks`, () => {
    assert.equal(said(text, 'past'), past);
    assert.equal(said(text, 'future'), future);
  });
}

test('on a Wednesday the weekend of a mail is the one before', () => {
  assert.equal(said('over the weekend', 'past', wednesday), '2026-11-21/2026-11-22');
  assert.equal(said('on the weekend', 'future', wednesday), '2026-11-28/2026-11-29');
  assert.equal(said('since wednesday', 'past', wednesday), '2026-11-25/2026-11-25');
  assert.equal(said('this friday', 'future', wednesday), '2026-11-27/2026-11-27');
});

test('late in the evening today is the day in New York, not in UTC', () => {
  const evening = localTime(new Date('2026-11-23T03:30:00Z'), 'America/New_York');
  assert.equal(said('today', 'past', evening), '2026-11-22/2026-11-22');
});

test('the last hours reach back over midnight only when they must', () => {
  assert.equal(said('the last 2 hours', 'past'), '2026-11-22/2026-11-22');
  assert.equal(said('in the last 24 hours', 'past'), '2026-11-21/2026-11-22');
});
