/** Fields hold so much. */
const LONGEST_QUOTE = 300;

/** The sentence, or with the subject where it says too little by itself. */
export function describe(sentence: string, subject: string): string {
  const line = sentence.replace(/\s+/g, ' ').trim();
  const wordCount = line.match(/[a-z]{3,}/gi)?.length ?? 0;
  const full =
    wordCount >= 4 || subject === '' || line === subject.trim()
      ? line
      : `${subject.trim()}: ${line}`;
  return cut(full, LONGEST_QUOTE);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most - 1);
  return wellFormed(`${text.slice(0, end > most / 2 ? end : most - 1)}…`);
}

/** The whole sentence, or as much of it around the date as a quote may hold: exact words. */
export function quoteAround(sentence: string, index: number, length: number): string {
  if (sentence.length <= LONGEST_QUOTE) return sentence.trim();
  const room = LONGEST_QUOTE - Math.min(length, LONGEST_QUOTE);
  let start = Math.max(
    0,
    Math.min(index - Math.floor(room * 0.7), sentence.length - LONGEST_QUOTE),
  );
  let end = Math.min(sentence.length, start + LONGEST_QUOTE);
  const space = sentence.indexOf(' ', start);
  if (start > 0 && space >= 0 && space < index) start = space + 1;
  const last = sentence.lastIndexOf(' ', end);
  if (end < sentence.length && last > index + length) end = last;
  return wellFormed(sentence.slice(start, end).trim());
}

/** A cut may split a surrogate pair, which the database refuses. */
const wellFormed = (text: string): string =>
  text.replace(/^[\udc00-\udfff]|[\ud800-\udbff](?=…?$)/g, '');
