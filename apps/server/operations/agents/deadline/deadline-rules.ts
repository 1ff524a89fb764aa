import { daysBetween } from '@deskbell/clerk';
import type { AgentInputs, AgentResult, Evidence } from '../agent.ts';
import type { Deadline, DeadlineFindings } from '../findings.ts';
import { readStructure } from '../triage/mail-structure.ts';
import { findDatesAt, mayNameDate } from './dates/find-dates.ts';
import { localTimeOf } from './dates/local-time.ts';
import { typeOf, urgencyOf } from './deadline-words.ts';
import { invoiceDeadline } from './invoice-deadline.ts';
import { endOf, judgeMention, SURE } from './judge-mention.ts';
import { concernsOwn } from './own-affairs.ts';
import { plain } from './plain-text.ts';
import { describe, quoteAround } from './quote.ts';
import { readPassages } from './read-passages.ts';
import { readRecurrences } from './read-recurring.ts';

/** Sentences that could hold a date are read up to here; a mail with more of them is not a letter. */
const MOST_SENTENCES = 150;
const MOST_CHARACTERS = 30_000;
const LONGEST_SENTENCE = 600;
const MOST_DEADLINES = 50;
const MOST_RECURRING = 20;

interface Found {
  deadline: Deadline;
  where: Evidence['where'];
  attachment?: number;
  confidence: number;
}

/**
 * Deadlines and dated events of a mail: what its sender wrote now (what was forwarded when that is
 * all there is), its subject and the invoice vision read; never the quoted thread. Days are told
 * from the mail's own date in the business's time zone. Past deadlines are found too; that they are
 * past is for readers of `date` to see. In mail to a list, automatic replies and bounces only what
 * concerns an account, contract or payment of the business's own counts. Every quote occurs in the mail. Pure, and bounded whatever
 * the text. Throws RangeError for a time zone that does not exist.
 */
export function runDeadlineRules({
  email,
  vision,
  settings,
}: AgentInputs['deadline']): AgentResult<DeadlineFindings> {
  const { timezone } = settings;
  const { passages, base } = readPassages(email, timezone);
  const isDayFirst = writesDayFirst(timezone);
  const now = localTimeOf(base, timezone);
  const acceptedDay = localTimeOf(email.acceptedAt, timezone).today;
  // What a list or a program offers everybody is nobody's deadline here.
  const { machineKind } = readStructure(email, settings);
  const isForAll = machineKind !== null;
  const subject = plain(email.envelope.subject.slice(0, 300));
  const found: Found[] = [];
  const recurring: { description: string; rule: string; quote: string }[] = [];
  let confidence: number = SURE.nothing;
  let hasUnclear = false;
  const isSubject = (quote: string): boolean => email.envelope.subject.includes(quote);
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
    if (isForAll && !concernsOwn(lower)) continue;
    const recurrences = readRecurrences(lower);
    for (const { index, length, rule } of recurrences) {
      if (recurring.length >= MOST_RECURRING) break;
      if (recurring.some((one) => one.rule === rule && isSubject(one.quote))) continue;
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
      const judged = judgeMention({
        mention,
        previousEnd: endOf(mentions[position - 1]),
        nextStart: mentions[position + 1]?.index ?? sentence.length,
        lower,
        passage,
        baseDay: now.today,
      });
      if (judged.role === 'nothing') continue;
      if (judged.role === 'fact' && judged.isUnclear) {
        hasUnclear = true;
        continue;
      }
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
  if (hasUnclear) confidence = Math.min(confidence, kept.length > 0 ? SURE.mention : SURE.unclear);
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

/** The day comes first nearly everywhere but in the Americas and on neutral clocks. */
function writesDayFirst(timezone: string): boolean {
  return /^(?:Europe|Africa|Asia|Australia|Indian|Atlantic)\/|^Pacific\/Auckland$/.test(timezone);
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
