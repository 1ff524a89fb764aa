import { type Email, textOf } from '../../mail/email.ts';
import type { AgentInputs, AgentResult, Evidence } from '../agent.ts';
import type { TaskFindings } from '../findings.ts';
import { splitSentences } from '../text/sentences.ts';
import { isOwn } from '../triage/domains.ts';
import { isAnswer, subjectOf } from '../triage/mail-parts.ts';
import { type Act, readAct } from './act.ts';
import { alertTask } from './alert-task.ts';
import { answerTask } from './answer-task.ts';
import { clean } from './clean-sentence.ts';
import { coverTask } from './cover-task.ts';
import { findDueDate } from './due-date.ts';
import { isNotMeant } from './not-meant.ts';
import { ownWork } from './own-work.ts';
import { payTask } from './pay-task.ts';
import { readPeople } from './people.ts';
import { readRequest } from './request-sentence.ts';
import { type Asked, type Found, type Line, type TaskContext, writerOf } from './task-context.ts';

const mostSentences = 200;
const longestText = 20_000;
/** A cover note shorter than this lets the mail it sends on speak as well. */
const shortCover = 200;

/**
 * What a mail asks the business to do. Reads the new text, the subject when the body asks for
 * nothing, and a mail sent on under a short note. Every task quotes words that stand in the mail.
 * The subject of an answer asks for nothing: it is old text.
 *
 * The confidence is that of the least sure task: 0.94 for an order or a question, 0.91 for a need or
 * duty told as a statement, 0.89 where its day can be read in two ways; lower still for more than
 * eight tasks or a sentence that asks for something in words not understood. To find nothing is sure.
 *
 * A mail of any type is read; newsletters, automatic replies and bounces rightly give nothing.
 */
export function runTaskRules({
  email,
  triage,
  settings,
}: AgentInputs['task']): AgentResult<TaskFindings> {
  if (triage?.type === 'newsletter' || triage?.type === 'auto_reply' || triage?.type === 'bounce') {
    return resultOf([], 0.98);
  }
  const context: TaskContext = {
    email,
    triage,
    timezone: settings.timezone,
    writer: writerOf(email),
    people: readPeople(
      settings.staffNames,
      triage?.category === 'staff' || isOwn(email.envelope.from, settings),
    ),
  };
  const lines = linesOf(email);
  const { asked, unread } = readAsked(lines, context);
  const found: Found[] = [
    ...payTask(lines, context),
    ...coverTask(lines, context),
    ...ownWork(asked, context),
    ...answerTask(asked, lines, context),
    ...alertTask(context, lines),
  ].filter(({ task }) => task.quote !== '' && stands(task.quote, email));
  return resultOf(found, unread ? 0.88 : 0.96);
}

function linesOf(email: Email): Line[] {
  const fresh = textOf(email).slice(0, longestText);
  const sentences = [...splitSentences(fresh)];
  if (fresh.length < shortCover) {
    sentences.push(...splitSentences(textOf(email, ['forwarded']).slice(0, longestText)));
  }
  return sentences.slice(0, mostSentences).map(({ text }) => ({ text, where: 'body' }));
}

function readAsked(
  lines: readonly Line[],
  context: TaskContext,
): { asked: Asked[]; unread: boolean } {
  const { email, people, triage } = context;
  // What programs say of themselves is worded like orders, "Open the dashboard": only what they
  // insist on by a day is meant.
  const isProgram = triage?.category === 'system' && triage.type !== 'phishing';
  let unread = false;
  let addressee: string | null = null;
  const read = ({ text, where }: Line): Asked[] => {
    const salutation =
      /^(?:hi|hello|hey|dear|good \w{3,9}) (\p{L}[\p{L}'-]{1,20})\b[^.?!]{0,30}$/iu.exec(
        clean(text),
      );
    if (salutation) addressee = people.known(salutation[1] ?? null) ?? addressee;
    const { score, isRequest } = readRequest(text);
    if (score < -2 || isNotMeant(text)) return [];
    const act = readAct(text, people);
    // A name or a "must be" says more than the signs of a request do.
    if (!isRequest && act?.kind !== 'duty' && (act?.person ?? null) === null) return [];
    if (isProgram && !(insistent.test(text) && findDueDate(text, context) !== null)) return [];
    if (act === null) {
      unread ||= score >= 2;
      return [];
    }
    const { kind, words } = forCustomer(act, text, context);
    return [
      { sentence: text, where, score, act: { kind, words, person: act.person ?? addressee } },
    ];
  };
  const asked = lines.flatMap(read);
  // The subject of an answer asked for something before; it does so no more.
  if (asked.length === 0 && !isAnswer(email)) {
    asked.push(...read({ text: subjectOf(email), where: 'subject' }));
  }
  return { asked, unread };
}

/**
 * A customer who needs something moved, or would like us to come, wants an offer first: an answer.
 * A paper that he lacks can be sent at once.
 */
function forCustomer(
  act: Act,
  sentence: string,
  { triage }: TaskContext,
): Pick<Act, 'kind' | 'words'> {
  if (triage?.category !== 'customer') return act;
  const isWish = act.kind === 'need' ? !papers.test(act.words) : wouldLike.test(sentence);
  return isWish ? { kind: 'wish', words: clean(sentence) } : act;
}

const papers =
  /^(?:\S{1,12} ){0,4}(?:certificates?|receipts?|invoices?|cop(?:y|ies)|forms?|proof|quotes?|estimates?|lists?|letters?|statements?|coi)\b/i;
const wouldLike = /^(?:i|we)(?:'d| would) (?:really )?(?:like|love) (?:you|someone|somebody) to\b/i;

const insistent =
  /\b(?:otherwise|or else|unless|please|must|required|need to|needs to|have to|has to)\b/i;

function stands(quote: string, email: Email): boolean {
  return (
    email.envelope.subject.includes(quote) || textOf(email, ['new', 'forwarded']).includes(quote)
  );
}

function resultOf(found: readonly Found[], atMost: number): AgentResult<TaskFindings> {
  const kept = found.slice(0, 30);
  const evidence: Evidence[] = kept.map(({ task, where }, index) => ({
    finding: `tasks[${index}]`,
    quote: task.quote,
    where,
  }));
  const many = kept.length > 8 ? 0.89 : 1;
  return {
    findings: { tasks: kept.map(({ task }) => task) },
    confidence: Math.min(atMost, many, ...kept.map(({ confidence }) => confidence)),
    nextActions: kept.length > 0 ? ['create_task'] : [],
    evidence,
  };
}
