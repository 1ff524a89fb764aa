/** Where a sentence ends; what follows it up to `next` is space. */
export interface SentenceEnd {
  end: number;
  next: number;
}

/** Finds the end of the sentence at the beginning of a text that grows. */
export interface SentenceReader {
  /** `text` is that of the call before with more behind it; null: its end is not known yet. */
  find(text: string, isLast: boolean): SentenceEnd | null;
  /** Up to where all words are whole and were told. */
  readonly decided: number;
}

const SPACE = /[ \t\n\r]/;
const TERMINATED = /[.!?…。！？]["'”’)\]*_`~]*$/;
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:e\.g|i\.e|no|nos|st|ave|rd|blvd|mr|mrs|ms|dr|vs|approx|est|inc|ext|apt|a\.m|p\.m|u\.s|d\.c|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|\p{L})\.["'”’)\]*_`~]*$/iu;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
/** "Der 24. Dezember", "1. Petite Move": the full stop belongs to the number; not so in "June 14 to 22." */
const NUMBERED = new RegExp(
  `(?:^|[^\\d.,\\p{Sc}])(?<!(?:${MONTH}|\\d(?:st|nd|rd|th)?,?(?: ?[-–]| to| and| or|,| &)) ?)\\d{1,2}\\.$`,
  'iu',
);
/** A line that ends so may go on with what makes an amount of it. */
const OPEN_AMOUNT = /(?:\p{Sc}|\busd|\beur|\d[,'])[*_\s]*$/iu;
/** So may one that ends with a number, unless an entry of a list follows. */
const OPEN_LINE = new RegExp(
  `${OPEN_AMOUNT.source}|(?:^|[^\\d.,\\p{Sc}*_/-])(?<!${MONTH} )[*_]*\\d[\\d.,]*[*_\\s]*$`,
  'iu',
);
/** "Southampton, NY 11968.": no amount goes on behind a ZIP code and its full stop. */
const ENDS_ADDRESS = /\b[A-Z]{2} \d{5}(?:-\d{4})?\.$/;
/** Behind so many characters a sentence ends at the next space, and a word at once. */
export const LONGEST_SENTENCE = 4_000;
/** No more than this is looked at of what stands before a space. */
const TAIL = 40;

/**
 * Every character is looked at a fixed number of times, and the end found is the same however the
 * text came. A sentence ends at its full stop or line; a table is one sentence.
 */
export function createSentenceReader(
  onWord: (word: string, index: number) => void,
): SentenceReader {
  let at = 0;
  let wordStart = 0;
  let lineStart = 0;
  /** Where the space behind the last word begins; undefined within a word. */
  let spaceStart: number | undefined;

  return {
    get decided() {
      return spaceStart === undefined ? wordStart : at;
    },
    find(text, isLast) {
      for (; at < text.length; at += 1) {
        const isSpace = SPACE.test(text.charAt(at));
        if (spaceStart === undefined) {
          if (!isSpace) {
            if (at - wordStart <= LONGEST_SENTENCE || isLowSurrogate(text, at)) continue;
            onWord(text.slice(wordStart, at), wordStart);
            return { end: at, next: at };
          }
          if (at > wordStart) onWord(text.slice(wordStart, at), wordStart);
          spaceStart = at;
        } else if (!isSpace) {
          const hasLine = text.slice(spaceStart, at).includes('\n');
          if (endsBetween(text, { lineStart, end: spaceStart, next: at, hasLine })) {
            return { end: spaceStart, next: at };
          }
          if (hasLine) lineStart = at;
          wordStart = at;
          spaceStart = undefined;
        }
      }
      if (!isLast || text === '') return null;
      if (spaceStart === undefined) {
        onWord(text.slice(wordStart), wordStart);
        spaceStart = text.length;
      }
      return { end: spaceStart, next: text.length };
    },
  };
}

const isLowSurrogate = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00;

function endsBetween(
  text: string,
  {
    lineStart,
    end,
    next,
    hasLine,
  }: { lineStart: number; end: number; next: number; hasLine: boolean },
): boolean {
  if (end === 0) return false;
  if (end > LONGEST_SENTENCE) return true;
  const tail = text.slice(Math.max(lineStart, end - TAIL), end);
  if (hasLine) {
    const isTable = text.charAt(lineStart) === '|' && text.charAt(next) === '|';
    if (ENDS_ADDRESS.test(tail)) return true;
    const isEntry = /[-*•+#]/.test(text.charAt(next));
    return !isTable && !(isEntry ? OPEN_AMOUNT : OPEN_LINE).test(tail);
  }
  if (!TERMINATED.test(tail)) return false;
  return !(
    ABBREVIATION.test(tail) ||
    NUMBERED.test(tail) ||
    (/\d\.$/.test(tail) && /\d/.test(text.charAt(next)))
  );
}
