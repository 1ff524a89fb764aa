import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from './calendar.ts';
import { readDays } from './read-days.ts';

/** Sunday, November 22, 2026, 10:00 in New York. */
const sunday = localTime(new Date('2026-11-22T15:00:00Z'), 'America/New_York');
/** Wednesday, November 25. */
const wednesday = localTime(new Date('2026-11-25T15:00:00Z'), 'America/New_York');

const spans = (text: string, now = sunday): string[] =>
  readDays(text, now).map(({ first, last, time, isImpossible }) => {
    const days = isImpossible ? 'impossible' : first === last ? first : `${first}/${last}`;
    return time === undefined ? days : `${days} ${time}`.trim();
  });

const table: [string, string[]][] = [
  ['5 bags from 10001 to 11937', []],
  ['same-day delivery', []],
  ['the second one', []],
  ['may i ask something', []],
  ['booking tt-000012', []],
  ['call (631) 595-5100', []],
  ['february 30', ['impossible']],
  ['feb 29 2027', ['impossible']],
  ['feb 29, 2028', ['2028-02-29']],
  ['december 5', ['2026-12-05']],
  ['dec 5th', ['2026-12-05']],
  ['5 december', ['2026-12-05']],
  ['the 5th of december', ['2026-12-05']],
  ['12/5', ['2026-12-05']],
  ['2026-12-05', ['2026-12-05']],
  ['december 5, 2025', ['2025-12-05']],
  ['the 12th', ['2026-12-12']],
  ['how about the 30th?', ['2026-11-30']],
  ['tuesday', ['2026-11-24']],
  ['no, tuesday', ['2026-11-24']],
  ['tomorrow', ['2026-11-23']],
  ['today', ['2026-11-22']],
  ['yesterday', ['2026-11-21']],
  ['last saturday', ['2026-11-21']],
  ['next weekend', ['2026-11-28/2026-11-29']],
  ['the weekend of december 12', ['2026-12-12/2026-12-13']],
  ['the first weekend of december', ['2026-12-05/2026-12-06']],
  ['next week', ['2026-11-23/2026-11-29']],
  ['the week of december 7', ['2026-12-07/2026-12-13']],
  ['sometime in december', ['2026-12-01/2026-12-31']],
  ['december 5-9', ['2026-12-05/2026-12-09']],
  ['friday or saturday', ['2026-11-27', '2026-11-28']],
  ['thanksgiving', ['2026-11-26']],
  ['was november 20 free', ['2026-11-20']],
  ['why did nobody come on october 30?', ['2026-10-30']],
  ['were you open on labor day', ['2026-09-07']],
  ['i was hoping for october 20', ['2027-10-20']],
  ['easter 2027?', ['2027-03-28']],
  ['easter sunday 2027, can you come', ['2027-03-28']],
  ['the first week of january', ['2027-01-01/2027-01-07']],
  ['3rd week in march', ['2027-03-15/2027-03-21']],
  ['the last week of december', ['2026-12-25/2026-12-31']],
  ['the last weekend of january', ['2027-01-30/2027-01-31']],
  ['the day after thanksgiving', ['2026-11-27']],
  ['memorial day', ['2027-05-31']],
  ['christmas eve', ['2026-12-24']],
  ['dec 5 at 3:30pm', ['2026-12-05 15:30']],
  ['my flight is at 6pm', ['18:00']],
  ['in two weeks', ['2026-12-06']],
  ['between dec 5 and dec 12', ['2026-12-05/2026-12-12']],
  ['between dec 5 and 12', ['2026-12-05/2026-12-12']],
  ['from the 5th to the 12th', ['2026-12-05/2026-12-12']],
  ['dec 5 through 9', ['2026-12-05/2026-12-09']],
  ['12 dec 10003 to 11932', ['2026-12-12']],
  ['store 6 boxes for a month', []],
  ['we pay 300 a month', []],
  ['12 december, 11937', ['2026-12-12']],
  ['12/5-12/9', ['2026-12-05/2026-12-09']],
  ['dec 28 to jan 3', ['2026-12-28/2027-01-03']],
  ['between monday and wednesday', ['2026-11-23/2026-11-25']],
  ['between christmas and new year', ['2026-12-25/2027-01-01']],
  ['the days between dec 5 and dec 12', ['2026-12-05/2026-12-12']],
  ['the week of the 7th', ['2026-12-07/2026-12-13']],
  ['the first half of december', ['2026-12-01/2026-12-15']],
  ['mid-december', ['2026-12-11/2026-12-20']],
  ['change it from saturday to sunday', ['2026-11-29']],
  ['move it from dec 5 to dec 9', ['2026-12-09']],
  ['saturday the 5th', ['2026-12-05']],
  ['monday the 11th', ['2027-01-11']],
  ['fri, the 8th or sat the 9th', ['2027-01-08', '2027-01-09']],
  ['friday the 10th', ['2026-12-10']],
  ['monday the 14th at 9am', ['2026-12-14', '09:00']],
  ['monday the 11th of january', ['2027-01-11']],
  ['a week from saturday', ['2026-12-05']],
  ['the friday of thanksgiving', ['2026-11-27']],
  ['the wednesday of thanksgiving', ['2026-11-25']],
  ['the friday of thanksgiving weekend', ['2026-11-27']],
  ['the saturday of memorial day weekend', ['2027-05-29']],
  ['the rest of the week', ['2026-11-23/2026-11-29']],
  ['thanksgiving weekend', ['2026-11-26/2026-11-29']],
  ['labor day weekend', ['2027-09-04/2027-09-06']],
  ['memorial day weekend', ['2027-05-29/2027-05-31']],
  ['4th of july weekend', ['2027-07-03/2027-07-05']],
  ['the weekend before christmas', ['2026-12-19/2026-12-20']],
  ['the week of thanksgiving', ['2026-11-23/2026-11-29']],
  ['easter', ['2027-03-28']],
  ['for december 9', ['2026-12-09']],
  ['in dec. 9', ['2026-12-09']],
  ['on dec 15, 14 boxes', ['2026-12-15']],
  ['anything for december', ['2026-12-01/2026-12-31']],
  ['when do you arrive on the day', []],
  ['next weekend or the weekend after', ['2026-11-28/2026-11-29', '2026-12-05/2026-12-06']],
];
for (const [text, expected] of table) {
  test(`"${text}" is ${expected.join(', ') || 'no date'}`, () => {
    assert.deepEqual(spans(text), expected);
  });
}

test('on a Wednesday, this weekend and next weekend are a week apart', () => {
  assert.deepEqual(spans('this weekend', wednesday), ['2026-11-28/2026-11-29']);
  assert.deepEqual(spans('next weekend', wednesday), ['2026-12-05/2026-12-06']);
});

test('late in the evening, tomorrow is the day after the one in New York, not in UTC', () => {
  const evening = localTime(new Date('2026-11-23T03:30:00Z'), 'America/New_York');
  assert.deepEqual(spans('tomorrow', evening), ['2026-11-23']);
});
