import { createSpeller, keepReadings } from '@deskbell/clerk';
import { withLeadingVerb } from './leading-verb.ts';
import { withVowels } from './left-out-vowels.ts';
import { withDaysInFigures } from './spoken-dates.ts';
import { withoutSlips } from './typing-errors.ts';

const WORDS =
  'thanks thank morning afternoon evening month newest latest oldest earliest medium delivery deliveries delivered invoices complaint complaints complain complained payment payments refund booking bookings driver drivers sender quote contract insurance details number decision decisions critical weekend received wanted needed answered unassigned inspection reminder renewal email emails mails message messages failed failure failures failing execution executions process processed processing pending running completed cancelled priority priorities urgent overdue deadline deadlines schedule scheduled calendar agents triage vision context performing performance vendor vendors supplier suppliers customer customers pattern patterns reliable reliability attention summary activity review reviews waiting approval system health status everything working assigned happened inspection invoice anything platform smoothly overall should attachment attachments slowest fastest errors problems operational approved rejected reason reasons question before after since until between seventh eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** Words of their own that are near one of the above. */
const REAL =
  'platforms smooth overalls tanks thanked months mouth mouths nearest lattes deliver delivers invoice invoicing complains complainant pavement refunds refunded looking driven drives drive drivel senders quotes quoted quite contracts contact contacts contacted detail detailed numbers numbered criticism waited wasted wants waned heeded needles answers answer assured inspector inspect reminders reminded remainder renewals renew renewed charge charged charger charges stroller dresses flyers suitcase suitcases storage weekends weekdays supplies supply agent vendors patters patient passing massage passage systems fails process processes processor prior schedules reviewed reviewer reviewing invoices invoiced complete completes cancel cancels content contexts approve approves reject rejects assign assigns reasonable question questions happen happens health healthy healthier statue statues emailed error erroneous problem tasked inspections visions version versions waitings fasted slowed urgently cursor custom customs vender wording working walking writing talking parking woking raining turning mailed mailer mails months filed filled field fields files falling calling filing feeling alter aster afters singe sinced untie unit units unite bettering seventeen fourteen fifteen sixteen eighteen nineteen thirteen thirteens twelve seventy'.split(
    ' ',
  );

/** How people write on phones, and words the rules know by another name. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:emial|emil|eamil|emal|e mail)(s?)\b/g, 'email$1'],
  [/\b(?:taks|tsks|taskes|tasls)\b/g, 'tasks'],
  [/\b(?:faild|fialed|faled|failled)\b/g, 'failed'],
  [/\b(?:exec|execs|excutions?|exectuions?)\b/g, 'executions'],
  [/\bprio\b/g, 'priority'],
  [/\bw(?:ensday|edsday|ednsday|endsay|ensdy)\b/g, 'wednesday'],
  [/\brec(?:ie|e)v(e|ed|es|ing)\b/g, 'receiv$1'],
  [/\bt ?l ?;? ?d ?r\b/g, 'summary'],
  [/\b(?:msgs?|mesages?)\b/g, 'messages'],
  [/\b(?:wk)\b/g, 'week'],
  [/\b(?:mnth|monht|mont)\b/g, 'month'],
  [/\b(?:shw|sohw|hsow|shwo)\b/g, 'show'],
  [/\b(?:thn?ks?|thnak|thansk|thnx|tahnks?)\b(?! \d)/g, 'thanks'],
  [/\b(?:lst|lsat)\b/g, 'last'],
  [/\bgimme\b/g, 'give me'],
  [/\b(?:abot|aobut|abuot|baout)\b/g, 'about'],
  [/\bfr(?= (?:next|this|today|tomorrow|the|mon|tue|wed|thu|fri)\w*)/g, 'for'],
  [/\br(?= (?:due|open|over|late|pending|failed|left)\w*)/g, 'are'],
  [/\b(?:w\/|w\/ )(?=\w)/g, 'with '],
  [/\bb4\b/g, 'before'],
  [/\bcust(s?)\b\.?(?= (?:e-?)?(?:mails?|messages?|msgs?|inbox|complaints?))/g, 'customer$1'],
  [
    /(?<=\b(?:need|have|want|got|like|going|ought|how|what) )2(?= [a-z]{2,}\b(?! (?:mails?|tasks?)))/g,
    'to',
  ],
  [/\bvenders?\b/g, 'vendors'],
  [/\bsupplyers?\b/g, 'suppliers'],
  [/\bok(?:ay|ey|k)?\b/g, 'ok'],
];

const correctLongWords = createSpeller({ words: WORDS, real: REAL, short: SHORT });

/** Short words that carry a question, as they are meant. */
const CARRYING =
  'what which when where whose who from about that this those these the with have show tell their them many much sent send wrote write came need said says last first second third only just list mail mails tasks want wants need needs does open late week due wrong right reply paid pay more how and'.split(
    ' ',
  );
/** Words of their own, and names, which swapped letters make. */
const NOT_SWAPPED = new Set(['form', 'three', 'won', 'own', 'mali', 'hwo', 'lats', 'dna', 'nad']);
/** Not the first letter: names begin in all ways. */
const SWAPPED = new Map(
  CARRYING.flatMap((word) =>
    Array.from({ length: word.length - 2 }, (_, index) => {
      const at = index + 1;
      const wrong = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
      return [wrong, word] as const;
    }),
  ).filter(([wrong]) => !CARRYING.includes(wrong) && !NOT_SWAPPED.has(wrong)),
);
const DROPPED: readonly (readonly [RegExp, string])[] = [
  [/\bw(?:ich|hch|hih)\b/g, 'which'],
  [/\bwha(?=[ ,?])/g, 'what'],
  [/\bwher(?=[ ,?])/g, 'where'],
  [/\b(?:whn|hwen|wen(?= (?:is|was|did|do|does|will|are)\b))\b/g, 'when'],
  [/\bhwo(?= (?:many|much|is|are|do|does|did|often|long|old)\b)/g, 'how'],
  [/\bhwo\b/g, 'who'],
  [/\b(?:frm|fomr|fro)\b/g, 'from'],
  [/\b(?:abt|abut|bout)\b/g, 'about'],
  [/\b(?:secnd|secod)\b/g, 'second'],
  [/\b(?:frist|firts)/g, 'first'],
  [/\b(?:lst|lastest)\b/g, 'last'],
  [/\b(?:hav|hve|ahve)\b/g, 'have'],
  [/\b(?:nad|adn)\b/g, 'and'],
  [
    /^an(?= (?:the|to|from|for|of|on|in|what|which|how|who|when|last|next|this|yesterday|today)\b)/g,
    'and',
  ],
  [
    /(?<=\d(?:st|nd|rd|th)? )an(?= (?:the \d|\d|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec))/g,
    'and',
  ],
  [/\bcam(?= in\b)/g, 'came'],
  [/\btis(?= (?:week|month|weekend|morning|year))/g, 'this'],
  [/\bdew(?= (?:today|tomorrow|this|next|on|by|soon|in)\b)/g, 'due'],
  [/(?<=\bhow )manny\b/g, 'many'],
  [/\briskyest\b/g, 'riskiest'],
  [/\b(?:staf|stff)\b/g, 'staff'],
  [/\bsik\b/g, 'sick'],
  [/\b(?:odrer|oder|ordr)\b/g, 'order'],
  [/\boverdeu\b/g, 'overdue'],
  [/\byuo(?=r?\b)/g, 'you'],
  [/\bgrate(?=[ ,!.]+(?:thank|thx|job|stuff|work)|[!.]*$)/g, 'great'],
  [/\bwats\b/g, "what's"],
  [/\bwat(?= (?:is|are|was|came|did|do)\b)/g, 'what'],
  [/\b(?:hte|htis|htat)\b/g, 'the'],
  // "Form" is a word; between a mail and who sent it, it is "from".
  [
    /(?<=\b(?:ones?|e-?mails?|mails?|messages?|tasks?|came|comes?|coming|anything|something|everything|hear|heard|is it|is that|are|were) )form(?= (?!(?:for|is|was|that|which|about|to)\b)\S)/g,
    'from',
  ],
  [/(?<=^(?:and |or |only |just |also |those |what about )*)form(?= [a-z]{3,})/g, 'from'],
  // "Who is it form": at the end of who or where, it asks for the sender.
  [/ form(?=[\s?.!]*$)(?<=\b(?:who|whom|where)\b.{0,45})/, ' from'],
  [
    /\bform(?= (?:the |our )?(?:staff|customers?|vendors?|suppliers?|guests?|clients?|today|yesterday|last|this|whom?|me|him|her|them)\b)/g,
    'from',
  ],
];

const correctShortWords = (text: string): string =>
  DROPPED.reduce((written, [pattern, meant]) => written.replace(pattern, meant), text);

/** What may be the id of a record, which has no typing errors that anybody can put right. */
const ID = /(\b[0-9a-f-]{12,36}\b)/;

// What stands beside a short word may have to be put right before it.
const correctPart = (text: string): string =>
  withDaysInFigures(
    correctShortWords(
      correctLongWords(
        correctShortWords(
          withoutSlips(
            withVowels(withLeadingVerb(text)).replace(
              /\b[a-z]{3,6}\b/g,
              (word) => SWAPPED.get(word) ?? word,
            ),
          ),
        ),
      ),
    ),
  );

/** A normalised text with typing errors in the words of questions put right. */
export const correctSpelling = keepReadings(
  (text: string): string =>
    text
      .split(ID)
      .map((part, at) => (at % 2 === 1 ? part : correctPart(part)))
      .join(''),
  (text) => text,
);
