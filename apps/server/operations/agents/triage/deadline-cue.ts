import { createPhraseFinder } from '../text/words.ts';
import type { ReadSentence } from './mail-parts.ts';

const findCues = createPhraseFinder({
  date: 'monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august, september, october, november, december, jan, feb, apr, jun, jul, aug, sep|sept, oct, nov, dec, today, tonight, tomorrow, noon, midnight, eod, cob, end of day|month|week|business|year, end of the day|month|week|year, next|this week|month, due, deadline, expires|expire|expiration|expiring, no later than, until, within, net 10|15|30|45|60, in a|one|two|three|four|five|six|ten week|weeks|days|hours, effective',
});
const figures =
  /\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}(?::\d{2})?\s?[ap]\.?m\b|\bmay \d/i;

/** Whether the mail speaks of days or times at all: a cheap look, not a reading of dates. */
export function hasDeadlineCue(sentences: readonly ReadSentence[]): boolean {
  return sentences.some(({ text, words }) => findCues(words).length > 0 || figures.test(text));
}
