/** A text with the typing errors in known words put right. */
export type Speller = (text: string) => string;

/** Words the rules rely on. Anything one letter off (two in long words) is taken for them. */
const WORDS =
  'petite standard delivery deliver service availability available weekend tomorrow monday tuesday wednesday thursday friday saturday sunday january february august september october november december airport terminal manhattan brooklyn hamptons southampton montauk amagansett surfboard peloton suitcase suitcases luggage package packing unpacking certificate insurance booking bookings schedule reserve transfer estimate price pricing storage discount cancel cancellation history status pickup items pieces boxes wardrobe hoboken greenwich kennedy newark tipping refund'.split(
    ' ',
  );

/** Real words that happen to be near one of the above. */
const REAL = new Set(
  'mondays tuesdays wednesdays thursdays fridays saturdays sundays hampton prices priced standards delivered delivers deliver delivery booked booker item piece services serviced servicing cancelled canceled cancels transfers transferred estimates estimated packages package packed pack packs storages store stored discounts statue weekends weekend pricey prince pride prize nice rice place itself pickups picks picked reserved reserves reservation scheduled schedules insured ensure installed moving surfboards pelotons boxed boxer boxing certified certificates terminals airports pieced peaces refunds refunded tapping dipping ripping sipping zipping available unavailable'.split(
    ' ',
  ),
);

const known = new Set(WORDS);
const byLetter = new Map<string, string[]>();
for (const word of WORDS) {
  const letter = word[0] ?? '';
  byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
}

/** How people write on phones; the rules know the words in full. */
const SHORT: readonly [RegExp, string][] = [
  [/\bpack(?:-| )?(?:n|and|&|'n'?)(?:-| )?play(s?)\b/g, 'playpen$1'],
  [/\bu\b(?!\.s)/g, 'you'],
  [/\bur\b/g, 'your'],
  [/\br\b(?= (?:you|u|there|we|they)\b)/g, 'are'],
  [/(?<=[a-z] )n(?= (?:a|an|the|my|our|\d|[a-z]{3,}))/g, 'and'],
  [/\b(?:bklyn|bkln)\b/g, 'brooklyn'],
  [/\b(?:wknd|wkend)\b/g, 'weekend'],
  [/\b(?:tmrw|tmr|tmw|2moro|tomo)\b/g, 'tomorrow'],
  [/\b(?:pls|plz)\b/g, 'please'],
  [/\bwanna\b/g, 'want to'],
  [/\bgonna\b/g, 'going to'],
  [/\bgotta\b/g, 'have to'],
  [/\bdiff\b/g, 'difference'],
  [/\bwhats\b/g, "what's"],
  [/\blmk\b/g, 'let me know'],
  [/\bpick ?up (?=\d{5}\b)/g, 'pick up from '],
  [/\bdrop ?off (?=\d{5}\b)/g, 'drop off at '],
];

const inFull = (text: string): string =>
  SHORT.reduce((written, [pattern, full]) => written.replace(pattern, full), text);

export const correctSpelling: Speller = (text) =>
  inFull(text).replace(/[a-z]{5,20}/g, (word) => {
    if (known.has(word) || REAL.has(word)) return word;
    let best: string | undefined;
    for (const candidate of byLetter.get(word[0] ?? '') ?? []) {
      if (Math.abs(candidate.length - word.length) > 1) continue;
      const allowed = candidate.length >= 9 ? 2 : 1;
      if (distance(word, candidate) <= allowed) {
        best = candidate;
        break;
      }
    }
    return best ?? word;
  });

/** Edits between two words, a swap of neighbours counting as one. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let value = Math.min(
        (rows[row - 1]?.[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (rows[row - 1]?.[column - 1] ?? 0) + cost,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, (rows[row - 2]?.[column - 2] ?? 0) + 1);
      }
      line.push(value);
    }
    rows.push(line);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
