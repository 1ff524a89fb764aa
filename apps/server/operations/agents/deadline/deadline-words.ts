import type { Deadline } from '../findings.ts';
import { nothingToDo } from '../task/not-meant.ts';
import { hitsOf } from '../text/hits-of.ts';

// What words around a date say about it. Bounded alternatives only: no pattern here can backtrack
// further than a few words.

type DeadlineType = Deadline['type'];

const TYPES: readonly [DeadlineType, RegExp][] = [
  [
    'payment',
    /\b(?:pay(?:s|ing|able|ment|ments)?|paid|invoices?|balance|amount|deposits?|fees?|remit(?:tance)?|rent|bills?|billed|premium|tax(?:es)?|past due|overdue|charged?|refund|debit(?:ed)?|(?:parking|speeding|traffic) (?:tickets?|fines?)|i got a ticket|instal?lments?|autopay|auto-pay|wire|settle|net \d+)\b/g,
  ],
  [
    'delivery',
    /\b(?:deliver(?:y|ies|ed|s|ing)?|ship(?:s|ped|ping|ment|ments)?|arriv(?:e|es|al|ing)|eta|drop(?:ped)?[ -]?off|pick(?:ed)?[ -]?ups?|collect(?:ed|ion)?|dispatched|brought|courier|packages?|parcels?|in stock)\b/g,
  ],
  [
    'event',
    /\b(?:meeting|meet|inspections?|inspector|appointments?|calls?|hearing|training|walk-?through|interviews?|maintenance|outage|event|party|conference|webinar|scheduled|reschedul\w+|takes? place|held|demo|session|mov(?:e|ing) date|closed|closing|closure|reservation|booking|booked|shift|visit(?:s|ing)?|install(?:ation)?|court|survey|audit|workshop|lunch|dinner|breakfast|open house|service visit|technician|crew|start(?:s|ing)?|begins?|launch|orientation|review meeting|check-in|drill|wedding|class|tour|confirmed|out of (?:the )?office|vacation|pto|day off|holiday)\b/g,
  ],
  ['other', /\b(?:expir(?:es?|ing|ed|y|ation)|valid|renew(?:s|al|ed)?|permit|licen[cs]e|offer)\b/g],
  [
    'response',
    /\b(?:notice (?:has to|must|needs to|to)|reach us|in writing|respond|response|responses|reply|replies|rsvp|confirm(?:ation)?|call (?:me|us|back)|give (?:me|us) a call|let (?:me|us) know|get back|hear (?:back )?from you|answer|feedback|comments?|approv(?:e|al|ed)|sign(?:ed|ature)?|submit(?:ted)?|submissions?|return|send|quotes?|bids?|proposals?|accept|decide|decision|review|provide|complete|fill (?:in|out)|form|documents?|paperwork|certificates?|report|register|registration|sign up|apply|applications?|enrol+|upload|timesheets?|hours)\b/g,
  ],
];

/** An answer or a paper is asked for, not money: "please send me the list of paid invoices by". */
const ASKED =
  /\b(?:please|kindly|can you|could you|would you|must|need to|have to) (?:also |just )?(?:send|submit|return|provide|confirm|tell|reply|respond|answer|approve|forward|let (?:me|us) know)\b(?!.{0,25}\b(?:payments?|checks?|deposits?|money|balance|amount|funds|refund)\b).{0,80}\b(?:by|before|until|within|no later than)? ?$|\bcall (?:me|us|this|our|the)\b[^.]{0,40}$/;

/** What the word nearest to the date is about; `lead` ends and `tail` begins at the date. */
export function typeOf(words: {
  lead: string;
  tail: string;
  sentence: string;
  subject: string;
}): DeadlineType {
  const { lead, tail, sentence, subject } = words;
  if (ASKED.test(lead)) return 'response';
  if (/\bdue(?: date)?\b/.test(lead) && /\b(?:invoice|bill|statement)\b/.test(subject)) {
    return 'payment';
  }
  const nearest = (text: string, isLead: boolean): DeadlineType | undefined => {
    let best: { type: DeadlineType; distance: number } | undefined;
    for (const [type, pattern] of TYPES) {
      for (const { index, 0: word } of hitsOf(text, pattern)) {
        const distance = isLead ? text.length - index - word.length : index;
        if (best === undefined || distance < best.distance) best = { type, distance };
      }
    }
    return best?.type;
  };
  return (
    nearest(lead, true) ??
    nearest(tail, false) ??
    nearest(sentence, true) ??
    nearest(subject, true) ??
    'other'
  );
}

const URGENT =
  /\b(?:urgent(?:ly)?|asap|as soon as possible|immediate(?:ly)?|emergency|critical|final notice|last (?:chance|notice|reminder)|second notice|past due|overdue|shut[- ]?off|disconnect(?:ed|ion)?|suspen(?:d|ded|sion)|terminat(?:e|ed|ion)|evict\w*|legal action|collections? agency|penalt(?:y|ies)|late fee|must|failure to)\b/;
const OVERDUE =
  /\b(?:past due|overdue|final notice|second notice|last (?:notice|reminder)|was due|were due|still (?:unpaid|outstanding|waiting)|not yet (?:paid|received))\b/;

/**
 * How pressing something due in that many days is. What is past is pressing only where the words
 * say that it is still open.
 */
export function urgencyOf(daysLeft: number, sentence: string): Deadline['urgency'] {
  if (daysLeft < 0) return OVERDUE.test(sentence) ? 'high' : 'low';
  const levels = ['low', 'medium', 'high', 'critical'] as const;
  const level = daysLeft <= 2 ? 2 : daysLeft <= 7 ? 1 : 0;
  return levels[level + (URGENT.test(sentence) ? 1 : 0)] ?? 'critical';
}

/** Names a date as one by which something is to be done. */
const OBLIGATION =
  /\b(?:due|deadline|expir(?:es?|ing|y|ation)|valid (?:until|through|till)|rsvp|no later than|not later than|at the latest|latest|cut-?off|past due|overdue|payable|owed|renew(?:al|s)?|must|need(?:s|ed)?|required?|have to|has to|please|kindly|pls|can you|could you|would you|make sure|ensure|remember to|don't forget|respond|reply|submit|sign up|register|let (?:me|us) know|pay|remit|want(?:ed)? (?:it|this|them)|looking for|expect(?:ed|s|ing)?|closes|ends|last day|final day|offer (?:ends|expires))\b/;
/** Names a date as one on which something happens. */
const HAPPENING =
  /\b(?:scheduled|reschedul\w+|appointment|meeting|meet|inspections?|inspector|delivery|deliver(?:s|ed|ing)?|arriv(?:es?|al|ing)|arrive|eta|ships?|pick-?up|picked up|drop-?off|call|hearing|training|interview|maintenance|outage|event|party|conference|webinar|takes? place|held|demo|session|walk-?through|booked|reserved|reservation|booking|install(?:ation)?|court|survey|audit|workshop|starts?|begins?|launch(?:es)?|opens?|reopens?|closed|changes? on|should (?:be|reach|arrive|get)|down for|(?:have|got) you down|out of (?:service|order)|unavailable|under repair|visits?|open house|coming|planned|set for|moved to|effective|lunch|dinner|reminder|join us|drill|orientation|tour|confirmed|(?:will|to) be (?:shut|cut|made|done|[a-z]{3,12}ed))\b/;
/** Tells of the future without saying that anything happens: "I will be here tomorrow". */
const USUALLY =
  /\b(?:usually|typically|normally|generally|often|as a rule|(?:may|can) take)\b.{0,50}$/;
/** "Was not delivered today": what should have been is no date any more. */
const NOT_DONE = /\b(?:(?:was|were) not|wasn't|weren't) (?!due\b)[a-z]{3,14} (?:[a-z]{1,8} ){0,2}$/;
const FUTURE = /\b(?:will|'ll|won't|shall|going to|available|can do|free|see you)\b/;
/** The date of a document or of something that is over. */
const FACT_BEFORE =
  /\b(?:invoice date|statement date|order date|date of (?:invoice|issue|birth|service|order)|issue date|issued|dated|ordered|order placed|placed|created|founded|established|est\.?|born|received|posted|updated|last updated|last modified|printed|purchased|period|billing period|statement period|since|founded in|as of|your (?:e-?mail|letter|message|order|note) (?:of|from)|(?:e-?mail|letter|message|call|conversation|order|invoice|quote|payment|meeting|visit|note) (?:of|from|dated)|copyright|\(c\)|version|published|thanks for (?:your|the) [a-z]{1,12}|thank you for (?:your|the) [a-z]{1,12}|wrote)(?: (?:on|in|was|is|at|the|of|from|back in|as of))?[\s:,(*-]{0,4}$/;
const PAST_TENSE =
  /\b(?:was|were|had|did|didn't|moved|met|spoke|talked|received|paid|sent|signed|founded|arrived|started|visited|bought|ordered|happened|came|went|called|e-?mailed|wrote|left|delivered|shipped|completed|finished|closed|opened|attended|posted|hired|joined|made|took|got|saw|discussed|enjoyed|loved|broke|dropped|cancel+ed|noticed|complained|reported|asked|told|said|submitted|expired|ended|has been|have been|charged|served|began)\b/;
/** A past form that speaks of what is to come: "has been scheduled for Friday". */
const STILL_AHEAD =
  /\b(?:scheduled|rescheduled|moved (?:to|up)|changed to|postponed|pushed|booked|reserved|set for|confirmed|planned|due|expected|supposed|extended|delayed|invited|asked|required|requested|closed (?:on|from|until))\b/;
const OPENING_HOURS =
  /\b(?:(?:office|business|opening|store|shop|our|customer service|working|support) hours|hours(?: of operation)?:|(?:we are|we're|is|are|lines are|office is) (?:open|available|closed) (?:(?:every|each)|(?:from )?mon|7 days|weekdays|on (?:sundays|saturdays|weekends))|open (?:mon|daily|7 days|every|weekdays)|(?:mon|monday)(?: ?- ?| to | through | thru )(?:fri|friday|sat|saturday|sun|sunday))/;
/** "We will get back to you within two days" is no one's date. */
const STOCK_PROMISE =
  /\b(?:we|i|our team|someone|a (?:member|representative)[a-z ]{0,20})(?:'ll| will| aim to| try to| strive to)(?: [a-z]{1,12}){0,3} (?:get back|respond|reply|be in touch|contact|answer|follow up|return your)/;
/** "If it is not received by": what is to be, not what was. */
const TO_BE =
  /\b(?:be|is|are|if|get|gets|not|being)(?: not)? (?:[a-z]{2,12} )?(?:received|paid|signed|sent|delivered|shipped|completed|finished|submitted|closed|posted|made|hired|charged|called)\b/;
const SINCE = /\bsince (?:the )?$/;
/** What was to happen and does not. */
const CANCELLED =
  /^.{0,40}?\b(?:(?:is|was|has been|been|are|were) (?:now )?(?:cancel+ed|called off)|no longer|will not (?:take place|happen)|won't (?:take place|happen|work)|doesn't work|does not work)\b/;
const AWAY_UNTIL =
  /\b(?:out of (?:the )?office|away|on (?:leave|vacation|holiday|pto)|out)\b.{0,30}\b(?:until|till|through|returning|back)\b/;
const GREETING =
  /\b(?:happy|merry|blessed|joyful|lovely|great|nice|wonderful)(?: [a-z]{1,12} and(?: a)? (?:happy|merry))? (?:a )?$/;
/** Any regular past form before or right after a day: "you seemed tired on Tuesday". */
const TOLD_BEFORE =
  /\b(?!proceed|exceed|indeed|hundred|succeed|speed)[a-z]{3,12}ed\b(?! (?:to|for)\b)/;
const TOLD_AFTER =
  /^,? (?:(?:we|i|he|she|they|you|it) )?(?!need|proceed|exceed|speed)[a-z]{3,12}ed\b/;
const NOT_TOLD =
  /\b(?:will|'ll|shall|please|need|must|can|could|would|should|to be|is|are|be|if|when|let|going)\b/;
/** Where the next thought begins. */
const CLAUSE_END =
  /;|\.\s| (?:and|but|so|which|then) (?:should|will|is|are|was|expires?|ends?|must|please|we|i|you|it|they|can|could|let|if)\b/;
const NEGATED =
  /\b(?:no (?:deadline|rush|hurry)|not (?:due|urgent|required)|isn't due|nothing (?:is )?due|no need)\b/;

export type MentionRole = 'deadline' | 'happening' | 'promise' | 'fact' | 'unclear';

/**
 * What a date is to its sentence. `lead` and `tail` are the words around it up to the next dates;
 * all texts are lower case. `isPast`: the date lies before the mail.
 */
export function roleOf({
  lead,
  tail,
  sentence,
  relation,
  isPast,
  isYearOpen,
}: {
  lead: string;
  tail: string;
  sentence: string;
  relation: string;
  isPast: boolean;
  /** No year was written, so that a past day may be meant as well. */
  isYearOpen: boolean;
}): MentionRole {
  if (FACT_BEFORE.test(lead) && !/\b(?:due|expir\w+|deadline)\b/.test(lead.slice(-25)))
    return 'fact';
  if (
    OPENING_HOURS.test(sentence) ||
    (SINCE.test(lead) && !/\b(?:due|overdue|outstanding|unpaid)\b/.test(lead))
  )
    return 'fact';
  if (relation === 'within' && STOCK_PROMISE.test(sentence)) return 'fact';
  if (NEGATED.test(sentence) && relation !== 'by') return 'fact';
  if (
    CANCELLED.test(tail) ||
    /\bno longer (?:on|at|due) $/.test(lead) ||
    GREETING.test(lead) ||
    AWAY_UNTIL.test(lead) ||
    nothingToDo.test(lead) ||
    (USUALLY.test(lead) && relation !== 'by') ||
    (NOT_DONE.test(lead) && !/\bif\b/.test(lead))
  )
    return 'fact';
  const clause = tail.slice(0, CLAUSE_END.exec(tail)?.index ?? tail.length);
  const near = `${lead} ${clause}`;
  const isObliged = OBLIGATION.test(near);
  // "A charge was disputed, submit your papers by": the order stands behind the comma.
  const last = lead.slice(lead.lastIndexOf(', ') + 1);
  const isOrdered = last.length < lead.length && OBLIGATION.test(last) && !PAST_TENSE.test(last);
  const isTold =
    PAST_TENSE.test(lead) && !isOrdered && !STILL_AHEAD.test(near) && !TO_BE.test(lead);
  const isNarrated =
    isYearOpen &&
    (relation === 'on' || relation === 'none') &&
    !/\b(?:due|expir\w+|deadline|overdue)\b/.test(near) &&
    !STILL_AHEAD.test(near) &&
    ((TOLD_BEFORE.test(lead) && !NOT_TOLD.test(near)) ||
      (TOLD_AFTER.test(tail) && !NOT_TOLD.test(lead)));
  if (isNarrated) return 'fact';
  if (isPast) {
    // What is past was a deadline only where the words say so.
    return /\b(?:due|deadline|overdue|past due|expir\w+|payable|no later than)\b/.test(near)
      ? 'deadline'
      : 'fact';
  }
  if (
    isTold &&
    !/\b(?:due|until|before|no later than|please|must|need|will|'ll|should (?:be|reach|arrive|get))\b/.test(
      near,
    )
  ) {
    return isYearOpen || relation !== 'by' ? 'fact' : 'unclear';
  }
  if (relation === 'by' || relation === 'before' || relation === 'within') {
    if (isTold && !isObliged) return 'fact';
    return isObliged ||
      HAPPENING.test(sentence) ||
      OBLIGATION.test(sentence) ||
      relation !== 'within'
      ? 'deadline'
      : 'unclear';
  }
  if (relation === 'after') return 'fact';
  if (
    /\b(?:due|deadline|expir\w+|valid until|rsvp|cut-?off|closes|last day|payable|valid)\b/.test(
      near,
    )
  )
    return 'deadline';
  if (HAPPENING.test(near)) return 'happening';
  if (isObliged) return 'deadline';
  if (FUTURE.test(near)) return 'promise';
  if (HAPPENING.test(sentence)) return 'happening';
  if (OBLIGATION.test(sentence)) return 'deadline';
  return PAST_TENSE.test(sentence) || /\b[a-z]{3,12}ed\b/.test(lead) ? 'fact' : 'unclear';
}
