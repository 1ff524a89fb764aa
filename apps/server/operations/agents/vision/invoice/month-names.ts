import { fold } from './fold.ts';

// The first that knows a name decides: 'mar' is March in most, and nobody's Tuesday here.
const LOCALES =
  'en de fr es it nl pt pl sv da nb fi cs sk hu ro tr hr sl et lv lt el ru uk bg ca id vi is'.split(
    ' ',
  );

let byName: Map<string, number> | undefined;

/** 1 to 12 for the folded name or short form of a month in the languages above. */
export function monthOf(folded: string): number | undefined {
  byName ??= readNames();
  const name = folded.replace(/\.$/, '');
  return byName.get(name) ?? byName.get(name.slice(0, 4)) ?? undefined;
}

function readNames(): Map<string, number> {
  const names = new Map<string, number>();
  const put = (name: string, month: number) => {
    const key = fold(name).replace(/[^\p{L}]/gu, '');
    if (key.length >= 3 && !names.has(key)) names.set(key, month);
  };
  for (const locale of LOCALES) {
    const formats = [
      new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
      new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }),
      // With a day many languages inflect the name.
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
    ];
    for (let month = 0; month < 12; month += 1) {
      const date = new Date(Date.UTC(2024, month, 9));
      for (const format of formats) {
        const part = format.formatToParts(date).find(({ type }) => type === 'month');
        if (part !== undefined) put(part.value, month + 1);
      }
    }
  }
  for (const [name, month] of [
    ['sept', 9],
    ['mrz', 3],
    ['maerz', 3],
    ['janner', 1],
  ] as const) {
    put(name, month);
  }
  return names;
}
