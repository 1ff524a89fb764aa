/** From so many words on people tell how it came to it. */
const LONG_WORDS = 28;
const CUT = /([.!;](?= )|[,()]| (?:and|but|because|so|anyway|then)(?= ))/;
/** What happened, to whom it may be, or who somebody is: nothing that is to be sent. */
const TOLD =
  /\b(?:was|were|had|ate|flew|hurt|told|turned|gave|broke|tipped|cancell?ed|lived|weighs?|died|got (?:married|divorced|sick|fired)|came|went|said|called|charged|lost|met|finished|supposed|used|fell|happened|retired|graduated|screaming|named|started|moved in|years? old)\b|\b(?:is|are|turns|turning) (?:\d{2}|(?:six|seven|eight|nine)ty)\b|\b(?:we pay|i pay|an hour|a month|phone calls|goes skiing|years? in|vacation|dinner|party|wedding|brunch)\b|^(?: ?(?:the|our|my|with|between))* ?(?:\d+ |two |three )?(?:dogs?|cats?|kids)$/;
const KEPT =
  /\b\d{5}\b|\?|\b(?:need|want|wish|please|would like|like to|looking|send|ship|book|reserve|quote|price|cost|estimate|bring|pack|pick(?:ed)? up|deliver\w*|booked|ordered|reserved|i'd|we'd|terminal|jfk|ewr|newark|you|your|fragile|broken)\b/;
/** What others have told, whatever it was about. */
const HEARSAY = /\b(?:told me|said that|used you|recommended you)\b/;
const TRAVELS = /\bflights?\b/;
const AIRPORT = /\b(?:jfk|ewr|newark|airport|terminal)\b/;
const IS_ORDER = /\b\d{5}\b|\b(?:jfk|ewr|newark|airport)\b/;
const IS_WISH = /\?|\b(?:need|want|please|like to|how much|price|quote|cost|book|send|know if)\b/;

/** A long message without what it tells on the way, where something to be sent is left of it. */
export function withoutStory(text: string): string {
  if (text.split(' ').length <= LONG_WORDS) return text;
  const isFlight = AIRPORT.test(text);
  const isTold = (part: string): boolean =>
    HEARSAY.test(part) ? !/\b\d{5}\b|\?/.test(part) : TOLD.test(part) && !KEPT.test(part);
  const parts = text.split(CUT);
  const rest = parts
    .map((part, index) =>
      index % 2 === 0 && isTold(part) && !(isFlight && TRAVELS.test(part))
        ? ' '.repeat(part.length)
        : part,
    )
    .join('');
  const isLeft = IS_ORDER.test(rest) && IS_WISH.test(rest);
  return isLeft
    ? rest
        .replace(/ {2,}/g, ' ')
        .replace(/(?:[,()] ?){2,}/g, ', ')
        .trim()
    : text;
}
