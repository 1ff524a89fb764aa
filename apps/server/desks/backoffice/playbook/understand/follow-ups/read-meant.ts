import { contentWords, FIND_WORDS } from '../slots/read-names.ts';

const OFTEN = '(?:(?:hm+|oh|ah|no|nope|sorry|wait|actually|oops|ups|argh|well|but)[,.!; ]+)*';
const MAIL = '(?:e-?mail|mail|message|letter|note|one|thing)';
const NAME = "([\\p{L}][\\p{L}'& -]{1,40}?)";
const OF = `(?:the (?:${MAIL} )?(?:from|of|by) |that of |the )?`;
const HIS = `(?:(?:'s?)? ${MAIL})?`;
const END =
  '(?: instead| please| rather| actually| not (?:him|her|them|that one|this one))*[\\s.!]*$';
const PERSON = '(?:i|we)';
const MEANS = '(?:mean|meant|need|needed|want|wanted)';
const THINKS =
  "(?:(?:am|was|were|'m|'re|are) (?:actually |really )?(?:thinking (?:of|about)|looking for|asking (?:about|for)|after|talking about|interested in)|had in mind)";

/** How somebody says that another was meant; the group is the name. */
const MEANT: readonly RegExp[] = [
  `^${OFTEN}${PERSON} (?:actually |really )?(?:mean|meant)(?: to (?:say|ask about|write))? ${OF}${NAME}${HIS}${END}`,
  `^${OFTEN}${PERSON} ?${THINKS} ${OF}${NAME}${HIS}${END}`,
  `^${OFTEN}(?:it's|it is|it was|that's) ${OF}${NAME}${HIS} (?:that |who |which )?${PERSON} (?:really |actually )?(?:${MEANS}|'m after|am after|was after)${END}`,
  `^${OFTEN}${NAME}${HIS} (?:is (?:who|what|the one) )?${PERSON} (?:mean|meant)${END}`,
  `^${OFTEN}${NAME}${HIS},? (?:is (?:who|what|the one) ${PERSON} ${MEANS}|rather than .{2,40}|not [\\p{L}' -]{2,40})[\\s.!]*$`,
  `^${OFTEN}not [\\p{L}' -]{2,40}?(?:,|[,;.:]? but|[;.:-]) (?:it's |${PERSON} (?:mean|meant) )?${OF}${NAME}${HIS}${END}`,
].map((source) => new RegExp(source, 'u'));

/** Whom or what somebody says they meant: "it's Paul Winter's mail I need"; undefined for no name. */
export function readMeant(text: string): string | undefined {
  for (const pattern of MEANT) {
    const said = pattern.exec(text)?.[1];
    if (said === undefined) continue;
    const words = contentWords(said);
    const isName =
      words.length > 0 && words.length <= 3 && words.every((word) => !FIND_WORDS.test(word));
    const name = said.replace(/'s?$/, '').trim();
    // "Will Hart": a word of questions may be a first name.
    const extra = name.split(' ').length - words.length;
    const isWhole = extra === 0 || (extra === 1 && /^(?:will|may|mark|rich|art) /.test(name));
    if (isName && isWhole) return name;
  }
  return undefined;
}
