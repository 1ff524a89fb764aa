import { NUMBER_WORDS, readNumber } from '@deskbell/clerk';
import type { Business } from '../../../../../bookings/business.ts';
import { kindOf } from './goods.ts';
import { BAGS, ITEMS } from './piece-nouns.ts';
import { specialtyPattern } from './read-specialty.ts';

/** Goods as a message names them. */
export interface Mention {
  kind: string;
  name: string;
  /** Undefined in "the boxes". */
  number: number | undefined;
  /** "The 2 boxes", which were spoken about before. */
  isKnown: boolean;
  /** "Another box", "2 more boxes". */
  isMore: boolean;
  isSpecialty: boolean;
  index: number;
  end: number;
}

/** "It fits in our trunk", "the books in the box": no goods of their own. */
const IS_INSIDE = /\b(?:in|into|inside|onto) (?:my|our|the|his|her|a) (?:own )?(?:[a-z]+ )?$/;
const NOUN = new RegExp(`\\b(?:${BAGS}|${ITEMS}|boards?|cases?)\\b`, 'g');
const NUMBER = new RegExp(`^(?:\\d{1,3}|${NUMBER_WORDS}|couple)$`);
const DETERMINER = /^(?:an?|another|the|those|these|my|our|your|his|her|both|all)$/;
const MORE =
  /^(?:another|more|extra|additional|further|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/;
/** What belongs to a number or an article. */
const LINK =
  /^(?:of|other|more|extra|additional|further|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|first|set|sets|pair|pairs)$/;
const NO_ADJECTIVE =
  /^(?:and|or|from|to|with|plus|for|in|at|on|by|is|are|but|not|no|as|then|please|want|needs?|send|sends|ha[sd]|have|got|street|st|avenue|ave|floor|instead|leave|take|drop|without|just|only|add|i|we|it|that|also|too|what|how|there)$/;
const MOST_ADJECTIVES = 2;
/** "One box more". */
const MORE_AFTER = /^ more\b(?! than)/;

/** The goods a normalised message names, in its order. */
export function readMentions(text: string, business: Business): Mention[] {
  let rest = text;
  const found: Mention[] = [];
  for (const hit of text.matchAll(specialtyPattern(business))) {
    const [whole, , alias = ''] = hit;
    const index = hit.index + whole.lastIndexOf(alias);
    const end = hit.index + whole.length;
    rest = rest.slice(0, index) + ' '.repeat(end - index) + rest.slice(end);
    found.push({
      ...readBefore(text, index),
      kind: kindOf(alias),
      name: alias,
      isSpecialty: true,
      end,
    });
  }
  for (const { 0: noun, index } of rest.matchAll(NOUN)) {
    // "A desk lamp" is a lamp.
    if (IS_NOUN.test(/^ ([a-z]+)/.exec(rest.slice(index + noun.length))?.[1] ?? '')) continue;
    if (IS_INSIDE.test(rest.slice(0, index))) continue;
    const before = readBefore(rest, index);
    const name = `${before.words}${noun}`;
    found.push({
      ...before,
      kind: kindOf(noun),
      name,
      isSpecialty: false,
      isMore: before.isMore || MORE_AFTER.test(rest.slice(index + noun.length)),
      end: index + noun.length,
    });
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The number or article of a noun, read backwards from it. */
function readBefore(text: string, noun: number) {
  const before = text.slice(Math.max(0, noun - 60), noun);
  const words = before.match(/[^\s]+(?= )/g) ?? [];
  const adjectives: string[] = [];
  const leading: string[] = [];
  let index = noun;
  for (const word of words.reverse()) {
    const isNumber = NUMBER.test(word) || DETERMINER.test(word);
    const isLink = LINK.test(word);
    const isAdjective = !isNumber && !isLink && leading.length === 0;
    const isFloorLamp = word === 'floor' && /^lamps?\b/.test(text.slice(noun));
    if (isAdjective) {
      const isEnd = !/^[a-z'-]+$/.test(word) || (NO_ADJECTIVE.test(word) && !isFloorLamp);
      if (isEnd || (IS_NOUN.test(word) && index !== noun) || adjectives.length === MOST_ADJECTIVES)
        break;
      adjectives.unshift(word);
    } else if (isNumber || isLink) leading.unshift(word);
    else break;
    index -= word.length + 1;
  }
  // "Instead of the lamp": no part of the number.
  while (leading[0] === 'of') {
    leading.shift();
    index += 3;
  }
  const numbers = leading.flatMap((word) =>
    word === 'couple' ? 2 : NUMBER.test(word) ? (readNumber(word) ?? []) : [],
  );
  const isOne = leading.some((word) => /^(?:an?|another)$/.test(word));
  const isMore = leading.some((word) => MORE.test(word));
  const isFound = leading.some((word) => NUMBER.test(word) || DETERMINER.test(word));
  return {
    number: isFound ? (numbers[0] ?? (isOne ? 1 : undefined)) : undefined,
    isKnown: /^(?:the|those|these|my|our|both|all)$/.test(leading[0] ?? '') && !isMore,
    isMore,
    words: isFound ? adjectives.map((word) => `${word} `).join('') : '',
    index: isFound ? index : noun,
  };
}

const IS_NOUN = new RegExp(`^(?:${BAGS}|${ITEMS})$`);
