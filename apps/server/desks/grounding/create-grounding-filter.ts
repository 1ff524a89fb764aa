import type { TextFilter } from '../text-filter.ts';
import { CLAIM_KINDS, type ClaimKind } from './claim.ts';
import type { Grounds } from './create-grounds.ts';
import { mayBeginClaim } from './may-begin-claim.ts';
import { readSentence } from './read-claims.ts';
import { createSentenceReader, LONGEST_SENTENCE, type SentenceReader } from './sentence-reader.ts';
import { createSentencePlacing, type Sentence } from './split-sentences.ts';

export interface GroundingFilterOptions {
  /** Asked for when there is something to check. */
  grounds: () => Grounds;
  /** What is said in place of a sentence that is not founded; never twice in a row. */
  offer: string;
  /** The kinds that are checked; all unless given. */
  kinds?: readonly ClaimKind[];
  /** Told once for every sentence replaced. */
  onUnfounded?: ((kinds: readonly ClaimKind[]) => void) | undefined;
}

/**
 * Lets text through up to the first word of a sentence that may begin a claim, and holds the rest
 * until the sentence is whole. What is claimed without grounds is replaced by the offer.
 */
export function createGroundingFilter(options: GroundingFilterOptions): TextFilter {
  const { offer, onUnfounded, kinds = CLAIM_KINDS } = options;
  let grounds: Grounds | undefined;
  let place: ((raw: string) => Sentence) | undefined;
  /** The sentence under way and what follows it; `passed` characters of it went through. */
  let text = '';
  let passed = 0;
  let heldFrom = -1;
  let isBegun = false;
  let hasOffered = false;
  let reader: SentenceReader = readerOf();

  function readerOf(): SentenceReader {
    return createSentenceReader((word, index) => {
      if (heldFrom < 0 && mayBeginClaim(word)) heldFrom = isBegun ? index : 0;
      // What only marks a list or a table goes with what stands in it.
      isBegun ||= /\p{L}/u.test(word);
    });
  }

  function advance(isLast: boolean): string {
    let output = '';
    for (;;) {
      const found = reader.find(text, isLast);
      if (found === null) break;
      output +=
        close(text.slice(0, found.end)) + text.slice(Math.max(found.end, passed), found.next);
      text = text.slice(found.next);
      passed = 0;
      heldFrom = -1;
      isBegun = false;
      reader = readerOf();
    }
    const free = heldFrom >= 0 ? heldFrom : isBegun ? reader.decided : 0;
    if (free > passed) {
      output += text.slice(passed, free);
      passed = free;
    }
    return output;
  }

  /** What is still to be said of a sentence that is whole. */
  function close(sentence: string): string {
    grounds ??= options.grounds();
    place ??= createSentencePlacing(grounds.heard);
    const placed = place(sentence);
    const unfounded = heldFrom < 0 ? [] : unfoundedKinds(placed, grounds);
    const rest = sentence.slice(passed);
    if (unfounded.length === 0) {
      if (placed.text !== '') hasOffered = false;
      return rest;
    }
    onUnfounded?.(unfounded);
    const begun = sentence.slice(passed, heldFrom);
    const said = hasOffered ? '' : offer;
    hasOffered = true;
    if (heldFrom === 0) return said;
    return `${begun}…${said === '' ? '' : ' '}${said}`;
  }

  function unfoundedKinds(sentence: Sentence, given: Grounds): ClaimKind[] {
    // Nobody writes so to a customer, and half a sentence cannot be read.
    if (sentence.text.length > LONGEST_SENTENCE) return ['money'];
    const found = new Set<ClaimKind>();
    for (const claim of readSentence(sentence, given.now)) {
      if (kinds.includes(claim.kind) && !given.isFounded(claim)) found.add(claim.kind);
    }
    return [...found];
  }

  return {
    push(piece) {
      text += piece;
      return advance(false);
    },
    end() {
      const output = advance(true);
      text = '';
      passed = 0;
      heldFrom = -1;
      isBegun = false;
      hasOffered = false;
      grounds = undefined;
      place = undefined;
      reader = readerOf();
      return output;
    },
  };
}
