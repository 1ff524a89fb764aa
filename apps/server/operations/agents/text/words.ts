import { remember } from './remember.ts';

/** One word of a text, lower case, with a straight apostrophe. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** A comma, a bracket or the like stands between it and the word before. */
  afterBreak: boolean;
}

export interface PhraseHit<Label extends string> {
  label: Label;
  phrase: string;
  /** Where it stands in the text. */
  start: number;
  end: number;
  /** A "not", "no" or "never" stands shortly before it. */
  isNegated: boolean;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const breaks = /[,;:.!?()[\]{}"“”|–—]/;
const negations = new Set(
  'not no never without nor neither cannot hardly nothing nobody none ain t'.split(' '),
);
const negationReach = 3;

const mostWords = 5_000;

/** The words of a text, at most `most` of them. Linear. */
export function wordsOf(text: string, most = mostWords): readonly Word[] {
  if (most > mostWords) return readWords(text, most);
  const words = wordsOfSentence(text);
  return words.length > most ? words.slice(0, most) : words;
}

const wordsOfSentence = remember((text): readonly Word[] => readWords(text, mostWords));

function readWords(text: string, most: number): Word[] {
  const words: Word[] = [];
  let last = 0;
  wordPattern.lastIndex = 0;
  while (words.length < most) {
    const match = wordPattern.exec(text);
    if (match === null) break;
    const [found] = match;
    const start = match.index;
    const lower = found.toLowerCase();
    words.push({
      text: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
      start,
      end: start + found.length,
      afterBreak: start > last && isBreak(text, last, start),
    });
    last = start + found.length;
  }
  return words;
}

function isBreak(text: string, from: number, to: number): boolean {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return false;
  return breaks.test(text.slice(from, to));
}

/**
 * Finds phrases in words: whole words only, never across a comma or the like. Phrases are given as
 * one text per label, separated by commas; '|' separates alternatives of one word:
 * 'past due, invoice|invoices'. Each hit says whether it is negated.
 */
export function createPhraseFinder<Label extends string>(
  phrases: Readonly<Record<Label, string>>,
): (words: readonly Word[]) => PhraseHit<Label>[] {
  const byFirstWord = new Map<string, { label: Label; phrase: string; words: string[] }[]>();
  for (const label of Object.keys(phrases) as Label[]) {
    for (const phrase of phrases[label].split(',')) {
      for (const words of spellOut(phrase.trim().split(/\s+/))) {
        const first = words[0];
        if (first === undefined || first === '') continue;
        const list = byFirstWord.get(first);
        const candidate = { label, phrase: words.join(' '), words };
        if (list) list.push(candidate);
        else byFirstWord.set(first, [candidate]);
      }
    }
  }
  return (words) => {
    const hits: PhraseHit<Label>[] = [];
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index];
      const candidates = word === undefined ? undefined : byFirstWord.get(word.text);
      if (word === undefined || candidates === undefined) continue;
      for (const candidate of candidates) {
        if (!standsAt(words, index, candidate.words)) continue;
        hits.push({
          label: candidate.label,
          phrase: candidate.phrase,
          start: word.start,
          end: words[index + candidate.words.length - 1]?.end ?? word.end,
          isNegated: isNegatedAt(words, index),
        });
      }
    }
    return hits;
  };
}

function spellOut(words: readonly string[]): string[][] {
  let results: string[][] = [[]];
  for (const word of words) {
    const alternatives = word.split('|');
    results = results.flatMap((start) => alternatives.map((one) => [...start, one]));
  }
  return results;
}

function standsAt(words: readonly Word[], index: number, phrase: readonly string[]): boolean {
  for (let offset = 1; offset < phrase.length; offset += 1) {
    const word = words[index + offset];
    if (word === undefined || word.afterBreak || word.text !== phrase[offset]) return false;
  }
  return true;
}

function isNegatedAt(words: readonly Word[], index: number): boolean {
  for (let back = 0; back < negationReach; back += 1) {
    if (words[index - back]?.afterBreak) return false;
    const before = words[index - back - 1]?.text;
    if (before === undefined) return false;
    if (negations.has(before) || before.endsWith("n't")) return true;
  }
  return false;
}
