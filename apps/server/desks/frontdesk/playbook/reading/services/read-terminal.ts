import type { Question } from '../../memory.ts';
import type { Order } from '../../order/order.ts';

const NAME = '(\\d{1,2}|[a-f])';
/** "3 bags" and "a gate" are no terminals. */
const NO_COUNT =
  "(?![\\w'.:/]*\\w)(?! (?:am|pm|o'clock|bags?|suitcases?|boxes|pieces|items|of|more|gate)\\b)";
const AFTER_WORD = new RegExp(`\\bterminal(?: number)? ?#?${NAME}\\b${NO_COUNT}|\\bt(\\d)\\b`, 'g');
/** Beside the word "terminal", anywhere: "it's B", "B is right", "but 7", "should be 4". */
const BESIDE_WORD = new RegExp(
  `\\b(?:it'?s|is|be|was|to|into|but|actually|meant|mean|say|said|now|rather|it|number) (?:actually |now |really |number |in |at |to )*${NAME}\\b${NO_COUNT}|\\b${NAME} (?:is|was) (?:right|correct|the right|the one|better|it)\\b|(?:^|[,;:-] ?)${NAME}(?:[.!]|$|,? (?:not|instead|please|sorry)\\b)`,
  'g',
);
/** "It's B, not A", where no word says of what: letters alone name a terminal and nothing else. */
const LETTER_FOR_LETTER =
  /\b([a-f]),? (?:not|instead of|rather than) ([a-f])\b|\bnot ([a-f]),? (?:but |it'?s )?([a-f])\b/;
/** What stands before a terminal that is not meant, or after it. */
const NOT_BEFORE =
  /\b(?:not|isn'?t|wasn'?t|instead of|rather than|(?:chang\w+|switch\w*|moved?) from)(?: terminal| number| in| at)* ?$/;
const NOT_AFTER = /^ (?:is|was) (?:wrong|not|a mistake|incorrect)\b/;
const ANSWER =
  /^(?:it'?s |it is |sorry,? |oh,? |i mean(?:t)? |no,? |ok,? |make (?:it|that) |then |actually,? )*(?:number )?([0-9]|[a-f])\b(?! (?:bags?|suitcases?))/;

/** The terminal a message names or puts right. */
export function readTerminal(
  text: string,
  known: Order,
  asked: Question | undefined,
): string | undefined {
  const isOpen = (hit: RegExpExecArray): boolean => {
    const value = hit.slice(1).find((part) => part !== undefined) ?? '';
    const start = hit.index + hit[0].indexOf(value, hit[0].startsWith('t') ? 1 : 0);
    return (
      !NOT_BEFORE.test(text.slice(Math.max(0, start - 40), start)) &&
      !NOT_AFTER.test(text.slice(start + value.length, start + value.length + 20))
    );
  };
  const valueIn = (pattern: RegExp): string | undefined =>
    [...text.matchAll(pattern)]
      .findLast(isOpen)
      ?.slice(1)
      .find((part) => part !== undefined);
  const named = valueIn(AFTER_WORD);
  const isAnswer = known.terminal !== undefined || asked === 'terminal';
  const isCorrection = isAnswer && /\bterminal\b/.test(text);
  const beside = isCorrection && named === undefined ? valueIn(BESIDE_WORD) : undefined;
  const swapped = isAnswer ? LETTER_FOR_LETTER.exec(text) : null;
  const bare = asked === 'terminal' ? ANSWER.exec(text)?.[1] : undefined;
  return (named ?? beside ?? swapped?.[1] ?? swapped?.[4] ?? bare)?.toUpperCase();
}
