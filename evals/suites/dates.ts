import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findDates } from '../../apps/server/operations/agents/deadline/dates/find-dates.ts';
import type { DateMention } from '../../apps/server/operations/agents/deadline/dates/mention.ts';
import type { Measure, Suite, SuiteResult } from '../suite.ts';

/**
 * The dates of the Recognizers-Text specification. What "exact" means here:
 *
 * - Every result of type `date` or `datetime` counts once; other types are not measured.
 * - Exact needs one mention whose words overlap the expected ones and whose single value is the
 *   expected one: the day, and for `datetime` the minute as well. Seconds are not compared.
 * - Where the set lists a past and a future day for one reading, only the last, future one counts.
 *   Where it lists several readings ("at 4": 04:00 or 16:00), any of them does.
 * - Where it says "not resolved" (February 30), exact is to give no day for these words.
 * - "Exact words" asks besides that the mention is the expected words and no others, apart from a
 *   preposition or an article in front.
 * - A false positive is any mention at all in a text without expected results.
 * - What other platforms do not support counts like everything else. A case without a reference
 *   time is read from 2019-09-01.
 *
 * The rules were tuned on the odd-numbered cases (from 1). When the even-numbered ones had been seen
 * by nobody, 74.6 % of their dates and 80.0 % of their dates with a time were exact; then their
 * failures were read once, and the general mistakes among them corrected. What is left is mostly
 * where a past day is likelier than the set's future one, and exotic notations.
 * The "tasks mode" file is the set kept aside: nothing was tuned on it, and it has no bar, since
 * there "next month" is its first day and a time that has passed is tomorrow's.
 */
export const suite: Suite = {
  name: 'dates',
  set: 'Recognizers-Text, English DateTimeModel (MIT)',
  folder: 'dates/recognizers-text',
  run,
};

interface Expected {
  Text: string;
  Start: number;
  End: number;
  TypeName?: string;
  Resolution: { values: { timex: string; value?: string }[] } | null;
}

interface Case {
  Input: string;
  Context?: { ReferenceDateTime: string };
  Results: Expected[];
}

/** What one expected result, or one text without any, came to. */
interface Outcome {
  kind: 'date' | 'datetime' | 'negative';
  isEven: boolean;
  isExact: boolean;
  hasExactWords: boolean;
  line: string;
}

async function run(folder: string): Promise<SuiteResult> {
  const outcomes = judge(await readCases(join(folder, 'DateTimeModel.json')));
  const aside = judge(await readCases(join(folder, 'DateTimeModelTasksMode.json')));
  const measures: Measure[] = [
    exactly('date, exact', outcomes, 'date', 0.8, 0.9),
    exactly('date, exact, even cases', outcomes.filter(isEven), 'date', 0.8, 0.9),
    words('date, exact words too', outcomes, 'date'),
    exactly('date and time, exact', outcomes, 'datetime', 0.75, 0.9),
    exactly('date and time, exact, even cases', outcomes.filter(isEven), 'datetime', 0.75, 0.9),
    words('date and time, exact words too', outcomes, 'datetime'),
    wrong('false positives', outcomes, 6, 2),
    wrong('false positives, even cases', outcomes.filter(isEven), 3, 1),
    exactly('kept aside: date, exact', aside, 'date', null, null),
    exactly('kept aside: date and time, exact', aside, 'datetime', null, null),
  ];
  const failures = [...outcomes, ...aside]
    .filter(({ isExact }) => !isExact)
    .map(({ line }) => line);
  return { measures, failures };
}

const isEven = (outcome: Outcome): boolean => outcome.isEven;

async function readCases(path: string): Promise<Case[]> {
  // The file starts with a byte order mark.
  return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
}

function judge(cases: readonly Case[]): Outcome[] {
  return cases.flatMap((one, position) => {
    const reference = one.Context?.ReferenceDateTime.slice(0, 19) ?? '2019-09-01T00:00:00';
    const base = new Date(`${reference}Z`);
    const mentions = findDates({ text: one.Input, base, timezone: 'UTC' });
    const number = position + 1;
    const isEvenNumber = number % 2 === 0;
    if (one.Results.length === 0) {
      const found = mentions.map(sayMention).join(', ');
      const line = `#${number} no date expected in "${one.Input}", found ${found}`;
      const isExact = mentions.length === 0;
      return [{ kind: 'negative', isEven: isEvenNumber, isExact, hasExactWords: isExact, line }];
    }
    return one.Results.flatMap((expected): Outcome[] => {
      const kind = expected.TypeName?.replace('datetimeV2.', '');
      if (kind !== 'date' && kind !== 'datetime') return [];
      const near = mentions.filter(
        ({ index, text }) => index <= expected.End && index + text.length > expected.Start,
      );
      const allowed = allowedValues(expected);
      const hit =
        allowed.length === 0
          ? near.every(({ date }) => date === null)
          : near.some((mention) => allowed.includes(sayValue(mention, kind)));
      const line = `#${number} ${reference} "${one.Input}": ${expected.Text} is ${allowed.join(' or ') || 'no day'}, found ${near.map(sayMention).join(', ') || 'nothing'}`;
      return [
        {
          kind,
          isEven: isEvenNumber,
          isExact: hit,
          hasExactWords: hit && near.some(({ text }) => bare(text) === bare(expected.Text)),
          line,
        },
      ];
    });
  });
}

/** The last value of each reading, to the minute. */
function allowedValues({ Resolution }: Expected): string[] {
  const byReading = new Map<string, string>();
  for (const { timex, value } of Resolution?.values ?? []) {
    if (value !== undefined && value !== 'not resolved') byReading.set(timex, value.slice(0, 16));
  }
  return [...byReading.values()];
}

function sayValue({ date, time, kind, endDate }: DateMention, wanted: 'date' | 'datetime'): string {
  if (date === null || kind === 'span' || endDate !== null) return '';
  return wanted === 'date' ? date : `${date} ${time ?? ''}`;
}

const sayMention = ({ text, date, endDate, time }: DateMention): string =>
  `"${text}" = ${[date, endDate, time].filter((part) => part !== null).join(' ')}`;

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^(?:(?:on|at|the|by|around|in|of) )+/, '')
    .replace(/[^\w]+/g, ' ')
    .trim();

const countOf = (outcomes: readonly Outcome[], kind: Outcome['kind']): number =>
  outcomes.filter((one) => one.kind === kind).length;

function share(
  outcomes: readonly Outcome[],
  kind: Outcome['kind'],
  key: 'isExact' | 'hasExactWords',
): number {
  return outcomes.filter((one) => one.kind === kind && one[key]).length / countOf(outcomes, kind);
}

function exactly(
  name: string,
  outcomes: readonly Outcome[],
  kind: 'date' | 'datetime',
  bar: number | null,
  aim: number | null,
): Measure {
  const value = share(outcomes, kind, 'isExact');
  return { name, value, unit: 'share', n: countOf(outcomes, kind), bar, aim, better: 'higher' };
}

/** No bar of the specification: shown to tell how much of "exact" is owed to lenient words. */
function words(name: string, outcomes: readonly Outcome[], kind: 'date' | 'datetime'): Measure {
  const value = share(outcomes, kind, 'hasExactWords');
  return {
    name,
    value,
    unit: 'share',
    n: countOf(outcomes, kind),
    bar: null,
    aim: null,
    better: 'higher',
  };
}

function wrong(name: string, outcomes: readonly Outcome[], bar: number, aim: number): Measure {
  const value = outcomes.filter(({ kind, isExact }) => kind === 'negative' && !isExact).length;
  return {
    name,
    value,
    unit: 'count',
    n: countOf(outcomes, 'negative'),
    bar,
    aim,
    better: 'lower',
  };
}
