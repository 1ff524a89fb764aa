import type { Goal } from '../memory.ts';
import { readAskedOn, readPlainlyAskedOn } from './follow-ups/ask-on.ts';
import { readCompared } from './follow-ups/compare-told.ts';
import { readCorrected, readOfAnother, readOfListAgain } from './follow-ups/go-back.ts';
import { readLeftOutSender } from './follow-ups/left-out-senders.ts';
import { readNear } from './follow-ups/near.ts';
import { readOfVendor } from './follow-ups/of-vendor.ts';
import { readOfWished } from './follow-ups/of-wished.ts';
import { readPart } from './follow-ups/part-of-mail.ts';
import { readPointed, readWhich } from './follow-ups/point-back.ts';
import { readMention } from './follow-ups/read-mention.ts';
import { readRefined } from './follow-ups/refine.ts';
import { readSameSender } from './follow-ups/same-sender.ts';
import { readSays } from './follow-ups/spoken-of.ts';
import { readVendorTrouble } from './follow-ups/vendor-trouble.ts';
import { readOfAll } from './follow-ups/who-of-all.ts';
import { readFirstTeller, readTellerAmong } from './follow-ups/who-told.ts';
import { readAskedTopic, readHighRisk, readKindAlone, readPhrased } from './questions/ask-topic.ts';
import { readCaller, readRecords } from './questions/by-name.ts';
import { readNamedMail } from './questions/named-mail.ts';
import { readHoliday, readWordsLeft } from './questions/search-for.ts';
import { readDaysAlone, readEverything } from './questions/summary.ts';
import { readVendorSum } from './questions/vendor-sums.ts';
import { readWebsite } from './questions/website.ts';
import { type Context, createRequest, type Request } from './request.ts';
import {
  readImpossibleDay,
  readInsult,
  readOffTopic,
  readRefused,
  readTalk,
} from './talk/read-talk.ts';

/** What a request means to one rule; undefined where the rule is not about it. */
type Reader = (request: Request) => Goal[] | undefined;

/** The first that answers counts: what is surer comes before what would take more for its own. */
const READERS: readonly Reader[] = [
  // What was told last, by wordings that mean nothing else.
  readOfAll,
  readCompared,
  readLeftOutSender,
  readTellerAmong,
  readFirstTeller,
  readMention,
  readPart,
  readVendorTrouble,
  // What needs no tool, and what is refused.
  readTalk,
  readRefused,
  readOfWished,
  // Whom or what it names by itself.
  readCaller,
  readRecords,
  readImpossibleDay,
  // Something else than the last question, or something before it.
  readCorrected,
  readOfListAgain,
  readOfAnother,
  readNear,
  // Questions of a whole wording, with words in them that other rules would take for their own.
  readVendorSum,
  readWebsite,
  // What goes on with what was told.
  readSameSender,
  readPointed,
  readSays,
  readRefined,
  readPlainlyAskedOn,
  readWhich,
  // Questions of their own.
  readNamedMail,
  readAskedTopic,
  readKindAlone,
  readHighRisk,
  readInsult,
  readDaysAlone,
  readOfVendor,
  readEverything,
  // What no rule knows.
  readPhrased,
  readOffTopic,
  readHoliday,
  readAskedOn,
  readWordsLeft,
];

/** What one request means by the rules alone. May put into the memory what the request points at. */
export function understandByRules(written: string, context: Context): Goal[] {
  const request = createRequest(written, context, (text) => understandByRules(text, context));
  for (const read of READERS) {
    const goals = read(request);
    if (goals !== undefined) return goals;
  }
  return [];
}
