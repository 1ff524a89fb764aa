import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDates } from './find-dates.ts';
import type { DateMention } from './mention.ts';

const timezone = 'America/New_York';
/** A Wednesday, 11 in the morning in New York. */
const base = new Date('2026-03-11T15:00:00Z');

/** '2026-03-13..2026-03-15 17:00 by ? [words]': what is absent is not printed, '?' is ambiguous. */
function say({
  kind,
  date,
  endDate,
  time,
  endTime,
  timezone: zone,
  relation,
  isAmbiguous,
  text,
}: DateMention): string {
  const day = date === null ? '' : `${date}${endDate === null ? '' : `..${endDate}`}`;
  const clock = time === null ? '' : `${time}${endTime === null ? '' : `-${endTime}`}`;
  return [
    kind === 'day' || kind === 'span' ? '' : kind,
    day,
    clock,
    zone ?? '',
    relation === 'none' ? '' : relation,
    isAmbiguous ? '?' : '',
    `[${text}]`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const read = (text: string, from = base, zone = timezone): string =>
  findDates({ text, base: from, timezone: zone }).map(say).join(' + ');

const NO_DATES = [
  'you may 5',
  'It may be late.',
  'This may or may not help.',
  'The second may be late.',
  'Please call 202-555-0134.',
  'Tel. +1 (202) 555-0134, fax 555.0135',
  '$3/12 each',
  'We are open 24/7.',
  'Use version 2.10.3 of it.',
  'order 12-34-5678',
  'a ratio of 4:3',
  'Suite 300, Springfield 20815',
  'a 1/2 inch pipe',
  'We march on.',
  'The sun is out and he sat down.',
  'our second floor, the 3rd floor, 1st class',
  'There are twenty five people in the room.',
  'Invoice 20260312-77 for $1,250.75',
  '192.168.10.12',
  'the first one and the third option',
  'in the second half of the job',
  'Order #20260312 has been received.',
  'Chinese New Year',
];

test('what only looks like a date is none', () => {
  for (const text of NO_DATES) assert.equal(read(text), '', text);
});

const WORDINGS: readonly (readonly [string, string])[] = [
  ['pay by Friday', '2026-03-13 by [Friday]'],
  ['send it before Friday', '2026-03-13 before [Friday]'],
  ['by close of business on Friday', '2026-03-13 17:00 by [close of business on Friday]'],
  ['by COB Friday', '2026-03-13 17:00 by [COB Friday]'],
  ['by EOD tomorrow', '2026-03-12 23:59 by [EOD tomorrow]'],
  ['EOD today please', '2026-03-11 23:59 [EOD today]'],
  ['by end of day', '2026-03-11 23:59 by [end of day]'],
  ['end of business Thursday', '2026-03-12 17:00 [end of business Thursday]'],
  ['end of the week', '2026-03-13 [end of the week]'],
  ['by the end of next week', '2026-03-20 by [the end of next week]'],
  ['by end of month', '2026-03-31 by [end of month]'],
  ['before the end of the month', '2026-03-31 before [the end of the month]'],
  ['by month-end', '2026-03-31 by [month-end]'],
  ['EOM', '2026-03-31 [EOM]'],
  ['by the end of April', '2026-04-30 by [the end of April]'],
  ['end of Q2', '2026-06-30 [end of Q2]'],
  ['by end of quarter', '2026-03-31 by [end of quarter]'],
  ['year-end', '2026-12-31 [year-end]'],
  ['end of next quarter', '2026-06-30 [end of next quarter]'],
  ['by the last day of the month', '2026-03-31 by [the last day of the month]'],
  ['last business day of March', '2026-03-31 [last business day of March]'],
  ['first Monday of April', '2026-04-06 [first Monday of April]'],
  ['first business day of next month', '2026-04-01 [first business day of next month]'],
  ['the 18th works', '2026-03-18 [18th]'],
  ['by the 2nd', '2026-04-02 by [the 2nd]'],
  ['on the 31st', '2026-03-31 on [the 31st]'],
  ['by the fifteenth', '2026-03-15 by [the fifteenth]'],
  ['the 15th of next month', '2026-04-15 [the 15th of next month]'],
  ['on the 20th next month', '2026-04-20 on [the 20th next month]'],
  ['Mon 16th', '2026-03-16 [Mon 16th]'],
  ['Monday the 13th', '2026-04-13 [Monday the 13th]'],
  ['Friday the 13th', '2026-03-13 [Friday the 13th]'],
  ['Monday, March 16', '2026-03-16 [Monday, March 16]'],
  ['Friday, March 27th at 2:30 PM', '2026-03-27 14:30 [Friday, March 27th at 2:30 PM]'],
  ['Wednesday, March 27', '2026-03-27 ? [Wednesday, March 27]'],
  ['Tuesday March 17 (10am-12pm)', '2026-03-17 10:00-12:00 [Tuesday March 17 (10am-12pm]'],
  ['3/20', '2026-03-20 [3/20]'],
  ['3/20/26', '2026-03-20 [3/20/26]'],
  ['03/20/2026', '2026-03-20 [03/20/2026]'],
  ['20.03.2026', '2026-03-20 [20.03.2026]'],
  ['2026-03-20', '2026-03-20 [2026-03-20]'],
  ['2026-03-20T14:30:00Z', '2026-03-20 10:30 [2026-03-20T14:30:00Z]'],
  ['2026-03-20T14:30', '2026-03-20 14:30 [2026-03-20T14:30]'],
  ['20 March', '2026-03-20 [20 March]'],
  ['Fri 20 Mar', '2026-03-20 [Fri 20 Mar]'],
  ['20th of March 2026', '2026-03-20 [20th of March 2026]'],
  ['Mar. 20, 2026', '2026-03-20 [Mar. 20, 2026]'],
  ['on Mar-20-2026', '2026-03-20 on [Mar-20-2026]'],
  ['Sept 3rd', '2026-09-03 [Sept 3rd]'],
  ['March twentieth', '2026-03-20 [March twentieth]'],
  ['the twenty-fifth of March', '2026-03-25 [the twenty-fifth of March]'],
  ['29 February', '2028-02-29 [29 February]'],
  ['March 20-22', '2026-03-20..2026-03-22 [March 20-22]'],
  ['20-22 March', '2026-03-20..2026-03-22 [20-22 March]'],
  ['March 28 to April 2', '2026-03-28..2026-04-02 [March 28 to April 2]'],
  ['between March 20 and March 22', '2026-03-20..2026-03-22 [March 20 and March 22]'],
  ['Monday to Thursday', '2026-03-16..2026-03-19 [Monday to Thursday]'],
  ['Thu 3/19 @ 4pm', '2026-03-19 16:00 [Thu 3/19 @ 4pm]'],
  ['last Wednesday', '2026-03-04 [last Wednesday]'],
  ['last Friday', '2026-03-06 [last Friday]'],
  ['this Friday', '2026-03-13 [this Friday]'],
  ['next Friday', '2026-03-20 ? [next Friday]'],
  ['next Thursday', '2026-03-19 [next Thursday]'],
  ['this coming Monday', '2026-03-16 [this coming Monday]'],
  ['Monday', '2026-03-16 [Monday]'],
  ['on Wednesday', '2026-03-11 on ? [Wednesday]'],
  ['next week Tuesday or Thursday', '2026-03-17 [next week Tuesday] + 2026-03-19 [Thursday]'],
  ['Tuesday of next week', '2026-03-17 [Tuesday of next week]'],
  ['Friday next week', '2026-03-20 [Friday next week]'],
  ['a week from Friday', '2026-03-20 [a week from Friday]'],
  ['two weeks from tomorrow', '2026-03-26 [two weeks from tomorrow]'],
  ['three weeks from today', '2026-04-01 [three weeks from today]'],
  ['in two weeks', '2026-03-25 [in two weeks]'],
  ['in a couple of days', '2026-03-13 [in a couple of days]'],
  ['within 30 days', '2026-04-10 within [within 30 days]'],
  ['within 10 business days', '2026-03-25 within [within 10 business days]'],
  ['in 3 business days', '2026-03-16 [in 3 business days]'],
  ['5 working days from now', '2026-03-18 [5 working days from now]'],
  ['net 30', '2026-04-10 within [net 30]'],
  ['within 14 days of receipt', '2026-03-25 within [within 14 days of receipt]'],
  ['48 hours from now', '2026-03-13 11:00 [48 hours from now]'],
  ['in half an hour', '2026-03-11 11:30 [in half an hour]'],
  ['two days before Christmas', '2026-12-23 [two days before Christmas]'],
  ['90 days after March 31', '2026-06-29 [90 days after March 31]'],
  ['the day after Thanksgiving', '2026-11-27 [the day after Thanksgiving]'],
  ['day after tomorrow', '2026-03-13 [day after tomorrow]'],
  ['the day before yesterday', '2026-03-09 [the day before yesterday]'],
  ['two days ago', '2026-03-09 [two days ago]'],
  ['a week ago', '2026-03-04 [a week ago]'],
  ['Christmas Eve', '2026-12-24 [Christmas Eve]'],
  ['Memorial Day', '2026-05-25 [Memorial Day]'],
  ['Labor Day 2027', '2027-09-06 [Labor Day 2027]'],
  ['Good Friday', '2026-04-03 [Good Friday]'],
  ['Easter Monday', '2026-04-06 [Easter Monday]'],
  ["New Year's Day", "2027-01-01 [New Year's Day]"],
  ['the 4th of July', '2026-07-04 [the 4th of July]'],
  ['tomorrow at 8:45a', '2026-03-12 08:45 [tomorrow at 8:45a]'],
  ['tomorrow at noon', '2026-03-12 12:00 [tomorrow at noon]'],
  ['tonight at 9', '2026-03-11 21:00 [tonight at 9]'],
  ['midnight on Friday', '2026-03-13 23:59 [midnight on Friday]'],
  ['tomorrow morning at 7', '2026-03-12 07:00 [tomorrow morning at 7]'],
  ['at 4 on Thursday', '2026-03-12 16:00 on [4 on Thursday]'],
  ['Thursday at 4', '2026-03-12 16:00 [Thursday at 4]'],
  ['half past three on Monday', '2026-03-16 15:30 [half past three on Monday]'],
  ['quarter to five tomorrow', '2026-03-12 16:45 [quarter to five tomorrow]'],
  ['3 pm ET on Friday', '2026-03-13 15:00 America/New_York [3 pm ET on Friday]'],
  ['Friday 5pm PT', '2026-03-13 17:00 America/Los_Angeles [Friday 5pm PT]'],
  ['6:00 p.m. March 19', '2026-03-19 18:00 [6:00 p.m. March 19]'],
  ['9-11am on Friday', '2026-03-13 09:00-11:00 [9-11am on Friday]'],
  ['the week of April 6', '2026-04-06..2026-04-12 [the week of April 6]'],
  ['week after next', '2026-03-23..2026-03-29 [week after next]'],
  ['next month', '2026-04-01..2026-04-30 [next month]'],
  ['in April', '2026-04-01..2026-04-30 on [April]'],
  ['by April', '2026-04-01..2026-04-30 by [April]'],
  ['early April', '2026-04-01..2026-04-10 ? [early April]'],
  ['Q3', '2026-07-01..2026-09-30 [Q3]'],
  ['next weekend', '2026-03-21..2026-03-22 [next weekend]'],
  ['February 30', 'impossible [February 30]'],
  ['31 April 2026', 'impossible [31 April 2026]'],
  ['one year from today', '2027-03-11 [one year from today]'],
  ['in six months', '2026-09-11 [in six months]'],
  ['two Sundays from now', '2026-03-22 [two Sundays from now]'],
  ['at 7 in the evening on Friday', '2026-03-13 19:00 on [7 in the evening on Friday]'],
  ['We meet on Sat at 5.', '2026-03-14 17:00 on [Sat at 5]'],
  ['Thursday, two weeks from now', '2026-03-26 [Thursday, two weeks from now]'],
  ['in three weeks on Tuesday', '2026-03-31 [in three weeks on Tuesday]'],
  ['Friday 9-5', '2026-03-13 [Friday]'],
  ['Tue 10-2 pm', '2026-03-17 10:00-14:00 [Tue 10-2 pm]'],
  ['for the last 3 weeks and 2 days ago', '2026-03-09 [2 days ago]'],
  ['Mon the 2nd', '2026-03-02 ? [Mon the 2nd]'],
  ['December 25th last year', '2025-12-25 [December 25th last year]'],
  ['next month on the 20th', '2026-04-01..2026-04-30 [next month] + 2026-04-20 on [the 20th]'],
  ['by Friday at five', '2026-03-13 17:00 by [Friday at five]'],
  ['Eid al-Fitr', '2026-03-20 [Eid al-Fitr]'],
  ['Hanukkah', '2026-12-05 [Hanukkah]'],
];

test('dates, times and spans as people write them', () => {
  for (const [text, expected] of WORDINGS) assert.equal(read(text), expected, text);
});

test('hole: "relative to today" without the date, server clock, no time zone, "end of month" one month off', () => {
  // 23:30 on 31 March in New York, and already April in UTC.
  const lateEvening = new Date('2026-04-01T03:30:00Z');
  assert.equal(read('today', lateEvening), '2026-03-31 [today]');
  assert.equal(read('by end of month', lateEvening), '2026-03-31 by [end of month]');
  assert.equal(read('by end of month', lateEvening, 'UTC'), '2026-04-30 by [end of month]');
  assert.equal(read('end of next month', lateEvening), '2026-04-30 [end of next month]');
  assert.equal(
    read('end of next month', new Date('2026-01-31T12:00:00Z')),
    '2026-02-28 [end of next month]',
  );
  assert.equal(read('in one month', new Date('2026-01-31T17:00:00Z')), '2026-02-28 [in one month]');
  assert.equal(read('end of month', new Date('2026-12-31T17:00:00Z')), '2026-12-31 [end of month]');
  assert.equal(
    read('end of next quarter', new Date('2026-12-31T17:00:00Z')),
    '2027-03-31 [end of next quarter]',
  );
});

test('hours are counted on the clock across the change of time, days on the calendar', () => {
  // Clocks go from 2:00 to 3:00 on 8 March 2026 in New York.
  const evening = new Date('2026-03-08T01:00:00Z');
  assert.equal(read('within 24 hours', evening), '2026-03-08 21:00 within [within 24 hours]');
  assert.equal(read('tomorrow at 8 pm', evening), '2026-03-08 20:00 [tomorrow at 8 pm]');
});

test('a time zone that does not exist is misuse', () => {
  assert.throws(() => findDates({ text: 'today', base, timezone: 'Mars/Phobos' }), RangeError);
});

test('where days come first, 3/4 is 3 April', () => {
  const [mention] = findDates({
    text: 'on 3/4',
    base,
    timezone: 'Europe/London',
    isDayFirst: true,
  });
  assert.equal(mention?.date, '2026-04-03');
});

test('a day without a year tells the one before it as well', () => {
  const [mention] = findDates({ text: 'on March 1', base, timezone });
  assert.deepEqual([mention?.date, mention?.previousDate], ['2027-03-01', '2026-03-01']);
});

test('every mention is exact words at its index, also among letters beyond ASCII', () => {
  const text = 'İİ – Bitte bis “Friday”,\tMARCH 20th — or on\u00a03/27 at 5 PM, ß';
  const mentions = findDates({ text, base, timezone });
  assert.deepEqual(
    mentions.map(({ date }) => date),
    ['2026-03-13', '2026-03-20', '2026-03-27'],
  );
  for (const { index, text: words } of mentions) {
    assert.equal(text.slice(index, index + words.length), words);
  }
});

test('no text makes it throw, or say a day or a time that is none', () => {
  const words =
    '0 00 1 2 29 30 31 32 99 999 1900 2026 2100 9999 2/29 13/13 31.12.9999 2026-02-30 9999-12-31 by before on of the end close next last this month week quarter year days weeks years ago from after in within february may monday sat first thirty-first two thousand half now today tomorrow noon eod eom q4 christmas passover at 5 pm 25:61 11:30 past to - , . : ( / every net 31st # ~ 😀'.split(
      ' ',
    );
  let seed = 7;
  const pick = (count: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % count;
  };
  const bases = [
    '2026-03-11T15:00:00Z',
    '2024-02-29T23:59:00Z',
    '2026-12-31T23:30:00Z',
    '1970-01-01T00:00:00Z',
  ];
  for (let round = 0; round < 4_000; round += 1) {
    const text = Array.from({ length: 1 + pick(10) }, () => words[pick(words.length)]).join(' ');
    for (const mention of findDates({ text, base: new Date(bases[round % 4] ?? ''), timezone })) {
      assert.equal(text.slice(mention.index, mention.index + mention.text.length), mention.text);
      assert.match(mention.date ?? '2026-01-01', /^\d{4}-\d\d-\d\d$/, text);
      assert.match(mention.endDate ?? '2026-01-01', /^\d{4}-\d\d-\d\d$/, text);
      assert.match(mention.time ?? '00:00', /^([01]\d|2[0-3]):[0-5]\d$/, text);
    }
  }
});
