const SORRY = '(?:sorry|my (?:bad|mistake)|oops|rather|of course)';
const OFTEN = '(?:(?:no|nope|sorry|wait|actually|oops|ups|ah|oh|hm+)[,.!;]* )*';
const MEANT =
  '(?:i (?:really |actually )?(?:mean|meant)(?: to (?:say|ask|write))?|is what i meant)';
const MEANT_LAST = new RegExp(
  `^${OFTEN}([^?,]{2,60}?)(?:,? ${MEANT}(?:,? ${SORRY})*|, ${SORRY})[\\s?.!]*$`,
);
/** "What do you think I meant?" puts nothing right, nor does "never mind, sorry". */
const PUTS_NOTHING_RIGHT =
  /^(?:what|which|who|how|why|when|where|that|this|it|you|i|yes|no|ok|thanks|exactly|as|never|forget|stop)\b/;
const MOST_WORDS = 6;

/** "Sorry, Sunday I meant" as "I meant Sunday": whatever order its words have, it puts right the last question. */
export function withCorrectionFirst(text: string): string {
  const meant = MEANT_LAST.exec(text)?.[1];
  const isMeant =
    meant !== undefined && !PUTS_NOTHING_RIGHT.test(meant) && meant.split(' ').length <= MOST_WORDS;
  return isMeant ? `i meant ${meant}` : text;
}
