// The clerk: a model that needs no language model. It knows no business; a playbook does.
export { type ClerkOptions, createClerk } from './create-clerk.ts';
export {
  addDays,
  daysBetween,
  isWeekend,
  type LocalTime,
  localTime,
  mondayOf,
  nextWeekday,
  toDay,
  weekdayOf,
} from './dates/calendar.ts';
export { easterOf, nth } from './dates/holidays.ts';
export { lastDayOf, MONTH_NAMES, monthNumber } from './dates/months.ts';
export { type DayMention, readDays } from './dates/read-days.ts';
export { WEEKDAY_NAMES, weekdayNumber } from './dates/weekdays.ts';
export { keepReadings, timedKey } from './keep-readings.ts';
export { createSpeller, type Speller } from './language/create-speller.ts';
export { detectLanguage, type OtherLanguage } from './language/detect-language.ts';
export { editDistance } from './language/edit-distance.ts';
export { joinSpokenDigits } from './language/join-spoken-digits.ts';
export { normalize, plainText } from './language/normalize.ts';
export { NUMBER_WORDS, ORDINALS, readNumber } from './language/number-words.ts';
export { type NumberToken, readNumbers, tokenize } from './language/read-numbers.ts';
export { readYesNo } from './language/read-yes-no.ts';
export { sayEnglishOnly } from './language/say-english-only.ts';
export {
  asksForInstructions,
  isAboutAssistant,
  isAbuse,
  isGreeting,
  isThanks,
} from './language/small-talk.ts';
export { splitRequests } from './language/split-requests.ts';
export type { ClerkTurn, Playbook, Reply, SeenCall, ToolOutcome } from './playbook.ts';
export { createRetriever, type Match, type Retriever, type Topic } from './retriever.ts';
export {
  lowerFirst,
  sayCount,
  sayDay,
  sayDaySet,
  sayDays,
  sayList,
  sayMoney,
  upperFirst,
} from './say.ts';
