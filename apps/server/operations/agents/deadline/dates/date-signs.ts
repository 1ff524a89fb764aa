/**
 * What a text holds of the letters and digits dates are written with. A reader whose words cannot be
 * in the text is not asked: true is only a reason to look.
 */
export interface DateSigns {
  hasDigit: boolean;
  /** A digit or a number in words. */
  hasNumber: boolean;
  /** A digit or an ordinal in words. */
  hasOrdinal: boolean;
  hasMonthName: boolean;
  hasWeekday: boolean;
  /** A unit of time from minutes to years, or "month". */
  hasUnit: boolean;
  /** The edge of a day or of a longer period. */
  hasEdge: boolean;
}

const DIGIT = /\d/;
/** Each word of NUMBER_WORD holds one of these, and so on for the others. */
const NUMBER_LETTERS = /one|two|thr|fo[ru]|fi[fv]|six|seven|eigh|nine|ten|eleven|twe|thir/;
const ORDINAL_LETTERS = /first|second|third|[efhnrx]th/;
const MONTH_LETTERS = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;
const WEEKDAY_LETTERS = /sun|mon|tue|wed|thu|fri|sat/;
const UNIT_LETTERS = /day|week|month|quarter|year|hour|min|hr|wk|yr|fortnight|q[1-4]/;
const EDGE_LETTERS = /end|close|last|eo[bdmqwy]|co[bp]/;

/** `text` is in lower case. */
export function readDateSigns(text: string): DateSigns {
  const hasDigit = DIGIT.test(text);
  return {
    hasDigit,
    hasNumber: hasDigit || NUMBER_LETTERS.test(text),
    hasOrdinal: hasDigit || ORDINAL_LETTERS.test(text),
    hasMonthName: MONTH_LETTERS.test(text),
    hasWeekday: WEEKDAY_LETTERS.test(text),
    hasUnit: UNIT_LETTERS.test(text),
    hasEdge: EDGE_LETTERS.test(text),
  };
}
