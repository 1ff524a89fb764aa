import { toIsoDay } from '../e-invoice/xml-values.ts';
import type { Line } from '../layout.ts';
import { fold } from './fold.ts';
import { monthOf } from './month-names.ts';

/** A day written on the page. */
export interface WrittenDay {
  day: string;
  quote: string;
  line: number;
  cell: number;
  start: number;
  left: number;
  right: number;
}

/** Whether 03/04 is the third of April, or the fourth of March. */
export type DayOrder = 'day_first' | 'month_first';

const MAX_DAYS = 500;

const numeric =
  /(?<![\d.,/-])(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)(?![./-]\d)/gu;
const dayThenName =
  /(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|\.|o)?[ -]{0,2}(?:de |of |di )?(\p{L}{3,12})\.?,?[ -]{0,2}(?:de |del |of )?(\d{4}|'?\d{2})(?!\d)/gu;
const nameThenDay =
  /(?<!\p{L})(\p{L}{3,12})\.?[ -]{1,2}(\d{1,2})(?:st|nd|rd|th)?[ ]?,?[ -]{1,2}(\d{4})(?!\d)/gu;
const eastAsian = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu;

/** All days with a year, in reading order. */
export function findDays(lines: readonly Line[], order: DayOrder): WrittenDay[] {
  const days: WrittenDay[] = [];
  for (const [line, { cells }] of lines.entries()) {
    for (const [cell, { text, left, right }] of cells.entries()) {
      if (!/\d/.test(text)) continue;
      const width = (right - left) / Math.max(1, text.length);
      for (const { day, start, length } of daysIn(text, order)) {
        if (days.length === MAX_DAYS) return days;
        const quote = text.slice(start, start + length);
        const from = left + start * width;
        days.push({ day, quote, line, cell, start, left: from, right: from + length * width });
      }
    }
  }
  return days;
}

interface Found {
  day: string;
  start: number;
  length: number;
}

function daysIn(text: string, order: DayOrder): Found[] {
  const folded = fold(text);
  const found: Found[] = [];
  const add = (match: RegExpExecArray, day: string | null) => {
    if (day !== null) found.push({ day, start: match.index, length: match[0].length });
  };
  for (const match of folded.matchAll(numeric)) {
    add(match, numericDay(match, order));
  }
  for (const match of folded.matchAll(dayThenName)) {
    const month = monthOf(match[2] ?? '');
    if (month !== undefined) add(match, toIsoDay(fullYear(match[3]), month, Number(match[1])));
  }
  for (const match of folded.matchAll(nameThenDay)) {
    const month = monthOf(match[1] ?? '');
    if (month !== undefined) add(match, toIsoDay(fullYear(match[3]), month, Number(match[2])));
  }
  for (const match of text.matchAll(eastAsian)) {
    add(match, toIsoDay(Number(match[1]), Number(match[2]), Number(match[3])));
  }
  return found.sort((a, b) => a.start - b.start);
}

function numericDay(match: RegExpExecArray, order: DayOrder): string | null {
  const [, first = '', mark, second = '', third = ''] = match;
  if (first.length === 4) {
    return third.length <= 2 ? toIsoDay(Number(first), Number(second), Number(third)) : null;
  }
  if (first.length === 3) return null;
  const year = fullYear(third);
  const dayFirst = toIsoDay(year, Number(second), Number(first));
  const monthFirst = toIsoDay(year, Number(first), Number(second));
  // Points are for the day first everywhere.
  if (mark === '.' || order === 'day_first') return dayFirst ?? monthFirst;
  return monthFirst ?? dayFirst;
}

function fullYear(text = ''): number {
  const digits = text.replace("'", '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/**
 * The order of figures in this document: by a day above twelve, else by what only the United States
 * and a few neighbours write.
 */
export function dayOrderOf(lines: readonly Line[]): DayOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  let american = 0;
  for (const { cells } of lines) {
    for (const { text } of cells) {
      for (const [, first, second] of text.matchAll(
        /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:20)?\d\d(?!\d)/g,
      )) {
        if (Number(first) > 12) dayFirst += 1;
        if (Number(second) > 12) monthFirst += 1;
      }
      // A state and its code, or the currency, with words in English.
      if (/\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\bUSD?\b|\bU\.S\.|\$\s?\d/.test(text)) american += 1;
    }
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'day_first' : 'month_first';
  return american > 0 ? 'month_first' : 'day_first';
}
