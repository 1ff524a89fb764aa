import { saysNothingElse } from '../slots/read-names.ts';
import { readVendor } from '../slots/read-people.ts';
import { isGivenName } from './first-names.ts';
import { QUESTION, SHE, THEIRS } from './remarks.ts';

// "And Priya, is she late with anything?": whoever is named first is whom the pronoun means.

const NAMED_FIRST =
  /^(?:(?:and|so|ok|but|now|or|then|well|what about|how about|as for) )*([a-z]{2,15})(?:,|:|\?| -) (?:and |so |ok )?/;

/** "And Hamptons Linen, how reliable are they?" */
const COMPANY_FIRST =
  /^(?:(?:and|so|ok|but|now|or|then|well|what about|how about|as for) )*(?:the |our )?([a-z][a-z0-9'&. -]{2,40}?)(?:,|:|\?| -) (?:and |so )?((?:how|can|should|do|does|did|have|has|are)\b.*)$/;
const ARE_THEY = /\b(are|have|do|were|did) they\b|\b(?:on|trust|with|to|from|of|about) them\b/;
const OF_ONE: Readonly<Record<string, string>> = {
  are: 'is',
  have: 'has',
  do: 'does',
  were: 'was',
};

function withCompanyFirst(text: string): string {
  const [, name, asked = ''] = COMPANY_FIRST.exec(text) ?? [];
  if (name === undefined || isGivenName(name) || saysNothingElse(name)) return text;
  const said = asked.replace(ARE_THEY, (they, verb?: string) =>
    verb === undefined ? they.replace('them', name) : `${OF_ONE[verb] ?? verb} ${name}`,
  );
  return said !== asked && readVendor(said, said) === name ? said : text;
}

/** A question that says the name where it said "she"; any other as it is. */
export function withNamedFirst(written: string): string {
  const text = withCompanyFirst(written);
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
