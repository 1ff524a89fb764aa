import { readNumber } from '@deskbell/clerk';
import type { Order } from '../order.ts';

const NUMBER = '(?:the |my |our |that |those |both |all )?';
const TAKES =
  "(?:no|not|without|skip|forget|drop|lose|minus|except|scratch|remove|cancel|exclude|nix|ditch|leave (?:out|behind|off)?|leaving (?:out|behind)?|take (?:out|off|away)|(?:not|isn't|aren't|won't be) (?:taking|bringing|sending)|don't (?:need|want|bring|take|send|include)|(?:am|are|i'm|we're|decided to) keep(?:ing)?)";
const STAYS =
  "(?:stays?\\b|staying\\b|(?:can|will|must|should|is going to|are going to|gets? to) stay\\b|(?:is|are) (?:not|no longer|out|off|gone|staying|being left)\\b|isn't|aren't|won't|(?:can't|cannot|doesn't|don't) (?:come|go|need)|(?:fell|falls) (?:out|away)|no longer\\b|(?:do|does) not (?:come|go|need))";

/**
 * "The cooler stays home", "leave one of the lamps": what is left of the pieces that were named;
 * undefined when none of them is taken back, or nothing would be left.
 */
export function readLeftBehind(
  text: string,
  known: Order,
): Pick<Order, 'count' | 'pieces'> | undefined {
  const { count, pieces } = known;
  const told = text.replace(/[^.!?;]*\?/g, ' ');
  if (count === undefined || pieces === undefined) return undefined;
  let away = 0;
  const kept = pieces.split(' and ').flatMap((part) => {
    const [, number = '', name = ''] = /^(\d+) (.+)$/.exec(part) ?? [];
    const [noun = ''] = name.split(' ').slice(-1);
    const stem = plainOf(noun.replace(/(?<=x|ch|sh)es$|s$/, ''));
    const total = Number(number);
    if (stem.length < 3 || total === 0) return [part];
    const gone = goneOf(told, stem);
    if (gone === undefined) return [part];
    const less = Math.min(gone === 'all' ? total : gone, total);
    away += less;
    return less === total ? [] : [`${total - less} ${name}`];
  });
  if (away === 0 || away >= count) return undefined;
  return { count: count - away, pieces: kept.join(' and ') };
}

const HOW_MANY = '(?:(an?|one|two|three|four|five|six|\\d{1,2})(?: of (?:the|my|our|those))? )?';

/** How many of the pieces of that name a message takes back. */
function goneOf(text: string, stem: string): number | 'all' | undefined {
  const named = `${NUMBER}${HOW_MANY}(?:\\w+ )?${stem}(?:e?s)?\\b`;
  const hit =
    new RegExp(`\\b${TAKES} ?${named}(?! (?:at|on|in|with|by|to|for|too)\\b(?! home))`).exec(
      text,
    ) ??
    new RegExp(`\\b${named} ${STAYS}`).exec(text) ??
    new RegExp(
      `\\b(?:leave|keep|leaving|keeping) ${named} (?:here|behind|at home|home|out)\\b`,
    ).exec(text);
  if (hit === null) return undefined;
  const word = hit[1];
  if (word === undefined) return 'all';
  return /^an?$/.test(word) ? 1 : (readNumber(word) ?? 'all');
}

const plainOf = (text: string): string => text.replace(/[^a-z0-9' -]/g, '');
