/** A part of a segment, as UTF-16 offsets into its text: [start, end). */
export interface QuotePart {
  /** The segment's place among those given. */
  segment: number;
  start: number;
  end: number;
}

interface Segment {
  kind: string;
  text: string;
}

/** Agents look for their quotes in this order of kinds; others come last. */
const RANKS: Readonly<Record<string, number>> = { new: 0, forwarded: 1, signature: 1 };

/**
 * Finds in a mail's segments what an agent quotes, to mark it there: the parts of its first
 * occurrence, more than one when it runs over the end of a segment, none when it is not there. Space,
 * case, the shapes of quotation marks and dashes, and compatible forms of letters (NFKC) do not
 * matter, as they do not for the agents. Folds the text once: keep the function for all quotes of a
 * mail. A subject is found by the same means, given as a segment of its own.
 */
export function createQuoteFinder(segments: readonly Segment[]): (quote: string) => QuotePart[] {
  const order = segments
    .map(({ kind, text }, index) => ({ rank: RANKS[kind] ?? 2, text, index }))
    .sort((one, other) => one.rank - other.rank);
  const folding = createFolding();
  for (const { text, index } of order) {
    folding.add(text, index);
    folding.add(' ', null);
  }
  const folded = folding.units.join('');
  return (quote) => {
    const { add, units } = createFolding();
    add(quote, null);
    const wanted = units.join('').trim();
    const at = wanted === '' ? -1 : folded.indexOf(wanted);
    return at === -1 ? [] : partsOf(folding.places.slice(at, at + wanted.length));
  };
}

/** Where a folded code unit came from; `segment` is null for what separates segments. */
type Place = Omit<QuotePart, 'segment'> & { segment: number | null };

/** Folded code units, and the place of each. */
function createFolding() {
  const units: string[] = [];
  const places: Place[] = [];
  return {
    units,
    places,
    add(text: string, segment: number | null): void {
      // A letter with its marks is one: composed and decomposed forms fold alike.
      for (const { 0: letter, index: start } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
        const end = start + letter.length;
        for (const unit of foldLetter(letter).split('')) {
          const last = places.at(-1);
          if (unit === ' ' && units.at(-1) === ' ' && last !== undefined) {
            if (last.segment === segment) last.end = end;
          } else {
            units.push(unit);
            places.push({ segment, start, end });
          }
        }
      }
    },
  };
}

const foldLetter = (letter: string): string =>
  letter
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201b`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s/g, ' ');

function partsOf(places: readonly Place[]): QuotePart[] {
  const parts: QuotePart[] = [];
  for (const { segment, start, end } of places) {
    if (segment === null) continue;
    const last = parts.at(-1);
    if (last?.segment === segment) last.end = Math.max(last.end, end);
    else parts.push({ segment, start, end });
  }
  return parts;
}
