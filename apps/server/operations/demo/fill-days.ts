import type { DateTime } from 'luxon';

const formats = { date: 'cccc, LLLL d', weekday: 'cccc', day: 'LLLL d' } as const;

/** Puts days in place of `{date+3}`, `{weekday+3}` and `{day-1}`, counted from `from`. */
export function fillDays(text: string, from: DateTime): string {
  return text.replace(
    /\{(date|weekday|day)([+-]\d{1,3})\}/g,
    (_, format: keyof typeof formats, days: string) =>
      from
        .plus({ days: Number(days) })
        .setLocale('en-US')
        .toFormat(formats[format]),
  );
}
