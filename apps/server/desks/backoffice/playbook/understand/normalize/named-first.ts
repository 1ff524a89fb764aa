import { isGivenName } from './first-names.ts';
import { QUESTION, SHE, THEIRS } from './remarks.ts';

// "And Priya, is she late with anything?": whoever is named first is whom the pronoun means.

const NAMED_FIRST =
  /^(?:(?:and|so|ok|but|now|or|then|well|what about|how about|as for) )*([a-z]{2,15})(?:,|:|\?| -) (?:and |so |ok )?/;

/** A question that says the name where it said "she"; any other as it is. */
export function withNamedFirst(text: string): string {
  const [lead, name = ''] = NAMED_FIRST.exec(text) ?? [];
  if (lead === undefined || !isGivenName(name)) return text;
  const rest = text.slice(lead.length);
  if (!QUESTION.test(rest)) return text;
  // "As for Tom, which of his are due?"
  const owned = rest.replace(OF_HIS, `of ${name}'s tasks`);
  const named = sayName(name, owned);
  return named === rest ? text : named;
}

const OF_HIS = /\bof (?:his|hers|theirs)(?= (?:is|are|was|were|has|have|needs?|do|does)\b)/;

/** A text with a name in the place of "she", "her" and "hers". */
export const sayName = (name: string, text: string): string =>
  text
    .replace(/\bhers\b/g, `${name}'s`)
    .replace(THEIRS, `${name}'s`)
    .replace(SHE, name);
