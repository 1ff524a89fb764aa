import { plainText } from './plain-text.ts';
import { createSentenceReader } from './sentence-reader.ts';

/** As plain text; see `Surroundings` for what is beside it. */
export interface Sentence {
  text: string;
  lead: string;
  before: string;
}

const IS_LIST_ENTRY = /^(?:[-+•|>]|\d{1,2}[.)])(?: |$)/;

/** Knows what stands before each sentence of an answer. */
export function createSentencePlacing(heard: string): (raw: string) => Sentence {
  let lead = '';
  let before = plainText(heard);
  return (raw) => {
    const isEntry = IS_LIST_ENTRY.test(raw.trimStart()) || raw.trimStart().startsWith('* ');
    const text = plainText(raw);
    if (!isEntry && !before.endsWith(':')) lead = '';
    const sentence = { text, lead, before };
    if (text.endsWith(':')) lead = text;
    if (text !== '') before = text;
    return sentence;
  };
}

/** The sentences of a whole text. */
export function splitSentences(text: string, heard: string): Sentence[] {
  const place = createSentencePlacing(heard);
  const sentences: Sentence[] = [];
  let rest = text;
  while (rest !== '') {
    const found = createSentenceReader(() => {}).find(rest, true);
    if (found === null) break;
    sentences.push(place(rest.slice(0, found.end)));
    rest = rest.slice(found.next);
  }
  return sentences;
}
