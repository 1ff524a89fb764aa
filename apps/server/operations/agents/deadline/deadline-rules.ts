import { addDays, daysBetween, localTime } from '@deskbell/clerk';
import { type Email, textOf } from '../../mail/email.ts';
import type { AgentInputs, AgentResult, Evidence } from '../agent.ts';
import type { Deadline, DeadlineFindings } from '../findings.ts';
import { splitSentences } from '../text/sentences.ts';
import { baseTimeOf, forwardedBaseTime } from './base-time.ts';
import { findDatesAt, mayNameDate } from './dates/find-dates.ts';
import type { DateMention } from './dates/mention.ts';
import { roleOf, typeOf, urgencyOf } from './deadline-words.ts';
import { invoiceDeadline } from './invoice-deadline.ts';
import { readRecurrences } from './read-recurring.ts';

/** Sentences that could hold a date are read up to here; a mail with more of them is not a letter. */
const MOST_SENTENCES = 150;
const MOST_CHARACTERS = 30_000;
const LONGEST_SENTENCE = 600;
const LONGEST_QUOTE = 300;
const MOST_DEADLINES = 50;
const MOST_RECURRING = 20;
/** Words this far from a date say what it is. */
const REACH = 90;

interface Passage {
  text: string;
  where: 'subject' | 'body';
  /** A heading such as "Important dates:" stands above it. */
  isListed: boolean;
}

interface Found {
  deadline: Deadline;
  where: Evidence['where'];
  attachment?: number;
  confidence: number;
}

/** How sure each outcome is; the least sure one decides for the mail. */
const SURE = {
  nothing: 0.96,
  onlyFacts: 0.93,
  calendar: 0.96,
  relative: 0.95,
  weekday: 0.94,
  holiday: 0.93,
  period: 0.92,
  clock: 0.9,
  /** Nothing says what the date is for. */
  unclear: 0.82,
  /** The words allow another day. */
  ambiguous: 0.7,
  impossible: 0.6,
  cutShort: 0.75,
} as const;

/**
 * Deadlines and dated events of a mail: what its sender wrote now (what was forwarded when that is
 * all there is), its subject and the invoice vision read; never the quoted thread. Days are told
 * from the mail's own date in the business's time zone. Past deadlines are found too; that they are
 * past is for readers of `date` to see. Every quote occurs in the mail. Pure, and bounded whatever
 * the text. Throws RangeError for a time zone that does not exist.
 */
export function runDeadlineRules({
  email,
  vision,
  settings,
}: AgentInputs['deadline']): AgentResult<DeadlineFindings> {
  const { timezone } = settings;
  const { passages, base } = passagesOf(email, timezone);
  const isDayFirst = writesDayFirst(timezone);
  const now = localTime(base, timezone);
  const acceptedDay = localTime(email.acceptedAt, timezone).today;
  const subject = plain(email.envelope.subject.slice(0, 300));
  const found: Found[] = [];
  const recurring: { description: string; rule: string; quote: string }[] = [];
  let confidence: number = SURE.nothing;
  let charactersLeft = MOST_CHARACTERS;
  let sentencesLeft = MOST_SENTENCES;

  for (const passage of passages) {
    const sentence = passage.text.slice(0, LONGEST_SENTENCE);
    if (!mayNameDate(sentence)) continue;
    if (sentencesLeft === 0 || charactersLeft < sentence.length || found.length >= MOST_DEADLINES) {
      confidence = Math.min(confidence, SURE.cutShort);
      break;
    }
    sentencesLeft -= 1;
    charactersLeft -= sentence.length;
    const lower = plain(sentence);
    const recurrences = readRecurrences(lower);
    for (const { index, length, rule } of recurrences) {
      if (recurring.length >= MOST_RECURRING) break;
      recurring.push({
        description: describe(sentence, email.envelope.subject),
        rule,
        quote: quoteAround(sentence, index, length),
      });
    }
    const mentions = findDatesAt({ text: sentence, now, timezone, isDayFirst }).filter(
      ({ index, text }) =>
        !recurrences.some(
          (one) => index < one.index + one.length && index + text.length > one.index,
        ),
    );
    for (const [position, mention] of mentions.entries()) {
      const judged = judge({
        mention,
        previousEnd: endOf(mentions[position - 1]),
        nextStart: mentions[position + 1]?.index ?? sentence.length,
        lower,
        passage,
        baseDay: now.today,
      });
      if (judged.role === 'nothing') continue;
      confidence = Math.min(confidence, judged.confidence);
      if (judged.role !== 'deadline') continue;
      const { date } = judged;
      found.push({
        where: passage.where,
        confidence: judged.confidence,
        deadline: {
          description: describe(sentence, email.envelope.subject),
          date,
          time: mention.time,
          timezone: mention.timezone ?? timezone,
          urgency: urgencyOf(daysBetween(acceptedDay, date), lower),
          type: typeOf({ lead: judged.lead, tail: judged.tail, sentence: lower, subject }),
          quote: quoteAround(sentence, mention.index, mention.text.length),
          ambiguous: judged.isAmbiguous,
        },
      });
    }
  }

  const due = vision === null ? null : invoiceDeadline(vision, timezone);
  if (due !== null) {
    const { date, description, quote, attachment } = due;
    found.push({
      where: 'attachment',
      attachment,
      confidence: SURE.calendar,
      deadline: {
        description,
        date,
        time: null,
        timezone,
        urgency: urgencyOf(daysBetween(acceptedDay, date), `${subject} ${plain(quote)}`),
        type: 'payment',
        quote,
        ambiguous: false,
      },
    });
  }

  const kept = withoutRepeats(found).slice(0, MOST_DEADLINES);
  return {
    findings: { deadlines: kept.map(({ deadline }) => deadline), recurring_events: recurring },
    confidence,
    nextActions: kept.length > 0 ? ['schedule_event'] : [],
    evidence: [
      ...kept.map(({ deadline, where, attachment }, index) => ({
        finding: `deadlines[${index}]`,
        quote: deadline.quote,
        where,
        ...(attachment === undefined ? {} : { attachment }),
      })),
      ...recurring.map(({ quote }, index) => ({
        finding: `recurring_events[${index}]`,
        quote,
        where: email.envelope.subject.includes(quote) ? ('subject' as const) : ('body' as const),
      })),
    ],
  };
}

const plain = (text: string): string =>
  text
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s/g, ' ');

/** The day comes first nearly everywhere but in the Americas and on neutral clocks. */
function writesDayFirst(timezone: string): boolean {
  return /^(?:Europe|Africa|Asia|Australia|Indian|Atlantic)\/|^Pacific\/Auckland$/.test(timezone);
}

const HEADING =
  /\b(?:deadlines?|due dates?|important dates|key dates|dates|schedule|timeline|milestones|calendar|appointments?|upcoming)\b[^.!?]{0,40}:$/i;
const FORWARDED_HEADER =
  /^[>*\s]{0,4}(?:from|sent|date|to|cc|subject|reply-to|-{2,}.{0,60}-{2,}|begin forwarded message):?/i;

function passagesOf(email: Email, timezone: string): { passages: Passage[]; base: Date } {
  const { subject } = email.envelope;
  const written = textOf(email);
  const isForwarded = written.trim() === '';
  const sent = baseTimeOf(email);
  const base = isForwarded ? forwardedBaseTime(email, sent, timezone) : sent;
  const body = isForwarded
    ? textOf(email, ['forwarded'])
        .slice(0, 100_000)
        .split('\n')
        .filter((line) => !FORWARDED_HEADER.test(line))
        .join('\n')
    : written;
  const passages: Passage[] = [];
  // What "tomorrow" means in the subject of a thread, only its first mail knows.
  const isReply = /^\s{0,3}(?:re|aw|sv|fwd?|wg)\s?(?:\[\d+\])?:/i.test(subject);
  if (!isReply || /\d/.test(subject)) {
    const text = subject.slice(0, LONGEST_QUOTE).trim();
    if (text !== '') passages.push({ text, where: 'subject', isListed: false });
  }
  let listed = 0;
  for (const text of sentencesOf(body)) {
    passages.push({ text, where: 'body', isListed: listed > 0 && text.length < 160 });
    listed = HEADING.test(text.slice(0, 120)) ? 12 : listed - 1;
  }
  return { passages, base };
}

const TIME_END = /\b[ap]\.m\.$/i;
const GOES_ON =
  /^(?:\(?(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T)\b|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)/;

const SHORT_DAY_END =
  /\b(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.$/i;

/** Sentences, with those put together again that were split in "2 p.m. ET" or in "on Mon. at 8". */
function sentencesOf(body: string): string[] {
  const sentences = splitSentences(body);
  const texts: string[] = [];
  for (let position = 0; position < sentences.length; position += 1) {
    const one = sentences[position];
    const next = sentences[position + 1];
    if (one === undefined) continue;
    const isSplit =
      next !== undefined &&
      ((TIME_END.test(one.text.slice(-8)) && GOES_ON.test(next.text)) ||
        (SHORT_DAY_END.test(one.text.slice(-8)) && /^[a-z]/.test(next.text)));
    if (isSplit) {
      texts.push(body.slice(one.index, next.index + next.text.length));
      position += 1;
    } else texts.push(one.text);
  }
  return texts;
}

type Judged =
  | { role: 'nothing' }
  | { role: 'fact'; confidence: number }
  | {
      role: 'deadline';
      confidence: number;
      date: string;
      isAmbiguous: boolean;
      lead: string;
      tail: string;
    };

const endOf = (mention: DateMention | undefined): number =>
  mention === undefined ? 0 : mention.index + mention.text.length;

function judge({
  mention,
  previousEnd,
  nextStart,
  lower,
  passage,
  baseDay,
}: {
  mention: DateMention;
  previousEnd: number;
  nextStart: number;
  lower: string;
  passage: Passage;
  baseDay: string;
}): Judged {
  const end = endOf(mention);
  if (mention.kind === 'now' || mention.kind === 'time') return { role: 'nothing' };
  const isThread = passage.where === 'subject' && /^\s{0,3}(?:re|aw|sv|fwd?|wg)\b/.test(lower);
  if (isThread && mention.source !== 'calendar') return { role: 'nothing' };
  const lead = lower.slice(Math.max(previousEnd, mention.index - REACH), mention.index);
  const tail = lower.slice(end, Math.min(nextStart, end + REACH));
  if (mention.date === null) return { role: 'fact', confidence: SURE.impossible };

  const { relation } = mention;
  const date = deadlineDay(mention, baseDay, /\bvalid\b/.test(lead));
  if (/\b(?:net|terms)\b/i.test(mention.text)) {
    return {
      role: 'deadline',
      confidence: SURE.relative,
      date,
      isAmbiguous: false,
      lead: 'payment terms',
      tail,
    };
  }
  const role = roleOf({
    lead:
      lead.trim() === '' || lead.trim().length < 4
        ? lower.slice(Math.max(0, mention.index - REACH), mention.index)
        : lead,
    tail,
    sentence: lower,
    relation,
    isPast: date < baseDay,
    isYearOpen: mention.previousDate !== null,
  });
  if (role === 'fact') return { role: 'fact', confidence: SURE.onlyFacts };
  if (role === 'unclear' && !passage.isListed) {
    return { role: 'fact', confidence: mention.source === 'clock' ? SURE.onlyFacts : SURE.unclear };
  }
  // A promise counts when it is about something, and for a day: "I will send it tomorrow".
  if (role === 'promise') {
    const isAbout = typeOf({ lead, tail, sentence: '', subject: '' }) !== 'other';
    const isParting =
      mention.time === null &&
      /\b(?:see|talk to|speak to|catch|till) you(?: on| there)? ?$/.test(lead);
    if (!isAbout && mention.time === null && !passage.isListed)
      return { role: 'fact', confidence: SURE.onlyFacts };
    if (isParting || (mention.kind === 'span' && mention.source === 'period'))
      return { role: 'fact', confidence: SURE.onlyFacts };
  }
  // "Earn it in 17 minutes" is how long, not when.
  const isShort = mention.source === 'relative' && /\b(?:min|hour|hr)/i.test(mention.text);
  if (isShort && role === 'happening' && relation !== 'within')
    return { role: 'fact', confidence: SURE.onlyFacts };
  // A whole month or year that something happens in is no date to plan with.
  const isWide =
    mention.kind === 'span' &&
    mention.endDate !== null &&
    daysBetween(mention.date, mention.endDate) > 6;
  if (isWide && role === 'happening') return { role: 'fact', confidence: SURE.unclear };
  const isOverdue =
    /\b(?:was|were) (?:[a-z]{1,12} )?(?:due|to be)|\bpast due since|\boverdue since|\bexpired\b/.test(
      lead,
    );
  const day =
    isOverdue && mention.previousDate !== null && date > baseDay ? mention.previousDate : date;
  const isOpenSpan = role === 'happening' && mention.kind === 'span' && mention.source === 'period';
  const isAmbiguous = mention.isAmbiguous || isOpenSpan;
  const confidence = isAmbiguous ? SURE.ambiguous : SURE[mention.source];
  return { role: 'deadline', confidence, date: day, isAmbiguous, lead, tail };
}

/** The last day that is still in time: "before Friday" is Thursday, "by Friday" is Friday. */
function deadlineDay(mention: DateMention, baseDay: string, isValidity: boolean): string {
  const { date, endDate, relation, time, source } = mention;
  const named = date ?? baseDay;
  if (relation === 'before' && time === null) {
    const isEnd = source === 'period' && mention.kind === 'day';
    return isEnd ? named : addDays(named, -1);
  }
  if (endDate === null) return named;
  if (isValidity) return endDate;
  if (relation === 'from') return named;
  // "By April" is before it begins; "in April" is some time in it, and a week's work ends on Friday.
  if (relation === 'by') return named;
  return source === 'period' && daysBetween(named, endDate) === 6 ? addDays(named, 4) : endDate;
}

/** One thing named twice is one deadline: the body's words before the subject's and the invoice's. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const rank = { body: 0, attachment: 1, subject: 2, header: 3 };
  const ordered = [...found].sort((one, other) => rank[one.where] - rank[other.where]);
  for (const one of ordered) {
    const same = kept.find(({ deadline, where }) => {
      if (deadline.date !== one.deadline.date) return false;
      const isTimeAlike =
        deadline.time === null || one.deadline.time === null || deadline.time === one.deadline.time;
      if (!isTimeAlike) return false;
      const isRepeat = where !== one.where || deadline.quote === one.deadline.quote;
      return isRepeat || deadline.type === one.deadline.type;
    });
    if (same === undefined) kept.push({ ...one, deadline: { ...one.deadline } });
    else if (same.deadline.time === null && one.deadline.time !== null) {
      same.deadline.time = one.deadline.time;
      same.deadline.timezone = one.deadline.timezone;
    }
  }
  return kept;
}

/** The sentence, or with the subject where it says too little by itself. */
function describe(sentence: string, subject: string): string {
  const line = sentence.replace(/\s+/g, ' ').trim();
  const wordCount = line.match(/[a-z]{3,}/gi)?.length ?? 0;
  const full =
    wordCount >= 4 || subject === '' || line === subject.trim()
      ? line
      : `${subject.trim()}: ${line}`;
  return cut(full, LONGEST_QUOTE);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most - 1);
  return wellFormed(`${text.slice(0, end > most / 2 ? end : most - 1)}…`);
}

/** The whole sentence, or as much of it around the date as a quote may hold: exact words. */
function quoteAround(sentence: string, index: number, length: number): string {
  if (sentence.length <= LONGEST_QUOTE) return sentence.trim();
  const room = LONGEST_QUOTE - Math.min(length, LONGEST_QUOTE);
  let start = Math.max(
    0,
    Math.min(index - Math.floor(room * 0.7), sentence.length - LONGEST_QUOTE),
  );
  let end = Math.min(sentence.length, start + LONGEST_QUOTE);
  const space = sentence.indexOf(' ', start);
  if (start > 0 && space >= 0 && space < index) start = space + 1;
  const last = sentence.lastIndexOf(' ', end);
  if (end < sentence.length && last > index + length) end = last;
  return wellFormed(sentence.slice(start, end).trim());
}

/** A cut may split a surrogate pair, which the database refuses. */
const wellFormed = (text: string): string =>
  text.replace(/^[\udc00-\udfff]|[\ud800-\udbff](?=…?$)/g, '');
