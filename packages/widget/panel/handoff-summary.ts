import type { PrefillData } from '@deskbell/protocol';
import type { HandoffWords } from '../words/words.ts';

export type SummaryLine = readonly [label: string, value: string];

/** `2026-12-24` as "Thursday, December 24, 2026", without a time zone's day shift. */
const readableDate = (date: string, locale: string): string => {
  const day = new Date(date);
  return Number.isNaN(+day)
    ? date
    : day.toLocaleDateString(locale, { dateStyle: 'full', timeZone: 'UTC' });
};

const joined = (values: (string | undefined)[], separator = ', '): string =>
  values.filter(Boolean).join(separator);

/** A handoff's values as a person reads them, in the order the booking asks for them. Unknown values are left out. */
export const summarizeHandoff = (
  prefill: PrefillData,
  words: HandoffWords,
  locale: string,
): SummaryLine[] => {
  const { labels, values, yes, no, terminal } = words;
  const said = (key: keyof typeof labels): string => {
    const value = prefill[key];
    if (value === undefined) return '';
    if (typeof value === 'boolean') return value ? yes : no;
    if (typeof value === 'number') return value.toLocaleString(locale);
    if (typeof value === 'object') {
      const { address_line_1, city, state, zip_code } = value;
      return joined([address_line_1, city, joined([state, zip_code], ' ')]);
    }
    if (key.endsWith('_date')) return readableDate(value, locale);
    if (key !== 'blade_airport') return values[value as keyof typeof values] ?? value;
    return joined([value, prefill.blade_terminal && terminal(prefill.blade_terminal)]);
  };
  return (Object.keys(labels) as (keyof typeof labels)[])
    .map((key) => [labels[key], said(key)] as const)
    .filter(([, value]) => value);
};
