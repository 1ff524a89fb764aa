import { createSpeller } from '@deskbell/clerk';

const WORDS =
  'email emails mails message messages failed failure failures failing execution executions process processed processing pending running completed cancelled priority priorities urgent overdue deadline deadlines schedule scheduled calendar agents triage vision context performing performance vendor vendors supplier suppliers customer customers pattern patterns reliable reliability attention summary activity review reviews waiting approval system health status everything working assigned happened inspection invoice anything should attachment attachments slowest fastest errors problems operational approved rejected reason reasons question'.split(
    ' ',
  );

/** Words of their own that are near one of the above. */
const REAL =
  'supplies supply agent vendors patters patient passing massage passage systems fails process processes processor prior schedules reviewed reviewer reviewing invoices invoiced complete completes cancel cancels content contexts approve approves reject rejects assign assigns reasonable question questions happen happens health healthy healthier statue statues emailed error erroneous problem tasked inspections visions version versions waitings fasted slowed urgently cursor custom customs vender working walking writing talking parking woking raining turning mailed mailer mails months filed filled field fields files falling calling filing feeling'.split(
    ' ',
  );

/** How people write on phones, and words the rules know by another name. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:emial|emil|eamil|emal|e mail)(s?)\b/g, 'email$1'],
  [/\b(?:taks|tsks|taskes|tasls)\b/g, 'tasks'],
  [/\b(?:faild|fialed|faled|failled)\b/g, 'failed'],
  [/\b(?:exec|execs|excutions?|exectuions?)\b/g, 'executions'],
  [/\bprio\b/g, 'priority'],
  [/\brec(?:ie|e)v(e|ed|es|ing)\b/g, 'receiv$1'],
  [/\bt ?l ?;? ?d ?r\b/g, 'summary'],
  [/\b(?:msgs?|mesages?)\b/g, 'messages'],
  [/\b(?:wk)\b/g, 'week'],
  [/\bfr(?= (?:next|this|today|tomorrow|the|mon|tue|wed|thu|fri)\w*)/g, 'for'],
  [/\br(?= (?:due|open|over|late|pending|failed|left)\w*)/g, 'are'],
  [/\b(?:w\/|w\/ )(?=\w)/g, 'with '],
  [/\bb4\b/g, 'before'],
  [/\bvenders?\b/g, 'vendors'],
  [/\bsupplyers?\b/g, 'suppliers'],
  [/\bok(?:ay|ey|k)?\b/g, 'ok'],
];

const correctLongWords = createSpeller({ words: WORDS, real: REAL, short: SHORT });

/** Short words that carry a question, as they are meant. */
const CARRYING =
  'what which when where whose who from about that this those these the with have show tell their them many much sent send wrote write came need said says last first second third only just list mail mails tasks more how and'.split(
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
  [/\b(?:nad|adn)\b/g, 'and'],
  [/\b(?:hte|htis|htat)\b/g, 'the'],
  // "Form" is a word; between a mail and who sent it, it is "from".
  [
    /(?<=\b(?:ones?|e-?mails?|mails?|messages?|tasks?|came|comes?|coming|anything|something|everything|hear|heard|is it|is that|are|were) )form(?= (?!(?:for|is|was|that|which|about|to)\b)\S)/g,
    'from',
  ],
  [
    /\bform(?= (?:the |our )?(?:staff|customers?|vendors?|suppliers?|guests?|clients?|today|yesterday|last|this|whom?|me|him|her|them)\b)/g,
    'from',
  ],
];

/** A normalised text with typing errors in the words of questions put right. */
export const correctSpelling = (text: string): string =>
  correctLongWords(
    DROPPED.reduce(
      (written, [pattern, meant]) => written.replace(pattern, meant),
      text.replace(/\b[a-z]{3,6}\b/g, (word) => SWAPPED.get(word) ?? word),
    ),
  );
