const AIRPORT = /\b(?:airports?|jfk|kennedy|newark|ewr|terminal|flight|fly|flying|blade)\b/;
const NO_AIRPORT =
  /\b(?:no|not|isn'?t|aren'?t|won'?t|without|forget|never ?mind|skip|drop|scratch|scrap|cancel|don'?t|doesn'?t|nothing|rather than|instead of)\b(?:(?! (?:but|and|from)\b) [a-z']+){0,5}? (?:airports?(?: transfers?| trips?| runs?)?|flights?|flying)\b/g;

/**
 * A message that says no airport is meant, without those words; undefined when it says no such
 * thing, or names one all the same ("not from the airport, to the airport").
 */
export function withoutAirport(text: string): string | undefined {
  // "Cancel my airport transfer" is about a booking.
  if (/\bcancel(?:ling)? (?:my|our)\b/.test(text)) return undefined;
  const index = text.search(NO_AIRPORT);
  if (index < 0 || /^[^.!,;?]*\?/.test(text.slice(index))) return undefined;
  const rest = text.replace(NO_AIRPORT, ' ').replace(/ +/g, ' ').trim();
  return AIRPORT.test(rest) ? undefined : rest;
}
