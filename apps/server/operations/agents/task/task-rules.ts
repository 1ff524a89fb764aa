import { type Email, textOf } from '../../mail/email.ts';
import type { AgentInputs, AgentResult, Evidence } from '../agent.ts';
import type { FoundTask, TaskFindings, TriageFindings } from '../findings.ts';
import { cutText } from '../text/cut-text.ts';
import { splitSentences } from '../text/sentences.ts';
import { isOwn } from '../triage/domains.ts';
import { subjectOf } from '../triage/mail-parts.ts';
import { type Act, readAct } from './act.ts';
import { categorizeTask } from './categorize-task.ts';
import { clean, shorten } from './clean-sentence.ts';
import { findDueDate } from './due-date.ts';
import { isNotMeant } from './not-meant.ts';
import { findDemand, invoiceNumberIn, isPaymentOrder } from './payment.ts';
import { type NamedPeople, readPeople } from './people.ts';
import { prioritizeTask } from './prioritize-task.ts';
import { readRequest } from './request-sentence.ts';

const mostSentences = 200;
const mostOrders = 12;
const longestText = 20_000;
/** A cover note shorter than this lets the mail it sends on speak as well. */
const shortCover = 200;

interface Asked {
  sentence: string;
  where: 'subject' | 'body';
  act: Act;
  score: number;
}

interface Found {
  task: FoundTask;
  where: 'subject' | 'body';
  confidence: number;
}

/**
 * What a mail asks the business to do. Reads the new text, the subject when the body asks for
 * nothing, and a mail sent on under a short note. Every task quotes words that stand in the mail.
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
  const context: Context = {
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
    ...alertTask(context),
  ].filter(({ task }) => task.quote !== '' && stands(task.quote, email));
  return resultOf(found, unread ? 0.88 : 0.96);
}

interface Context {
  email: Email;
  triage: TriageFindings | null;
  timezone: string;
  /** Whom an answer goes to. */
  writer: string;
  people: NamedPeople;
}

interface Line {
  text: string;
  where: 'subject' | 'body';
}

function linesOf(email: Email): Line[] {
  const fresh = textOf(email).slice(0, longestText);
  const sentences = splitSentences(fresh);
  if (fresh.length < shortCover) {
    sentences.push(...splitSentences(textOf(email, ['forwarded']).slice(0, longestText)));
  }
  return sentences.slice(0, mostSentences).map(({ text }) => ({ text, where: 'body' }));
}

function readAsked(lines: readonly Line[], context: Context): { asked: Asked[]; unread: boolean } {
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
    return [{ sentence: text, where, score, act: { ...act, person: act.person ?? addressee } }];
  };
  const asked = lines.flatMap(read);
  if (asked.length === 0) asked.push(...read({ text: subjectOf(email), where: 'subject' }));
  return { asked, unread };
}

const insistent = /\b(?:please|must|required|need to|needs to|have to|has to)\b/i;

/** Orders, duties and needs: each its own task. */
function ownWork(asked: readonly Asked[], context: Context): Found[] {
  const titles = new Set<string>();
  const found: Found[] = [];
  for (const { sentence, where, act, score } of asked) {
    if (act.kind === 'question' || act.kind === 'wish' || found.length >= mostOrders) continue;
    if (isPayable(context) && isPaymentOrder(sentence)) continue;
    const due = findDueDate(sentence, context);
    if (act.kind === 'duty' && due === null && score < 1.5) continue;
    const title = titleOf(act, context);
    if (titles.has(title.toLowerCase())) continue;
    titles.add(title.toLowerCase());
    found.push({
      where,
      confidence: due?.isAmbiguous ? 0.89 : act.kind === 'order' ? 0.94 : 0.91,
      task: {
        title,
        description: describe(sentence, context),
        priority: prioritizeTask(sentence, context.triage, due),
        assignee: act.person === null ? null : shorten(act.person, 100),
        category: categorizeTask(sentence, context.triage),
        due_date: due?.date ?? null,
        quote: quoteOf(sentence),
      },
    });
  }
  return found;
}

/** All that wants an answer is one task: questions, wishes, a complaint, an inquiry. */
function answerTask(asked: readonly Asked[], lines: readonly Line[], context: Context): Found[] {
  const { email, triage, writer } = context;
  const open = asked.filter(({ act }) => act.kind === 'question' || act.kind === 'wish');
  const isComplaint = triage?.type === 'complaint';
  const isCustomer = triage?.category === 'customer';
  const expects =
    isComplaint || (isCustomer && (triage.type === 'inquiry' || triage.type === 'booking'));
  const hasOrder = asked.length > open.length;
  if (open.length === 0 && (!expects || (hasOrder && !isComplaint))) return [];
  const subject = subjectOf(email);
  const complaint = isComplaint
    ? (lines.find(({ text }) => text.length > 25) ?? lines[0])
    : undefined;
  const first: Line | undefined =
    (isComplaint ? complaint : undefined) ??
    (open[0] ? { text: open[0].sentence, where: open[0].where } : undefined) ??
    lines.find(({ text }) => text.length > 25) ??
    (subject === '' ? undefined : { text: subject, where: 'subject' });
  if (first === undefined) return [];
  const due = open
    .map(({ sentence }) => findDueDate(sentence, { ...context, onlyLimits: true }))
    .find((date) => date !== null);
  const about = clean(open[0]?.act.words ?? first.text);
  const questions = open.map(({ sentence }) => clean(sentence)).join('\n');
  return [
    {
      where: first.where,
      confidence: due?.isAmbiguous ? 0.89 : 0.94,
      task: {
        title: shorten(
          isComplaint
            ? `Answer ${writer}'s complaint: ${subject === '' ? about : subject}`
            : `Answer ${writer}: ${about}`,
          120,
        ),
        description: describe(questions === '' ? first.text : questions, context),
        priority: prioritizeTask(questions, triage, due ?? null),
        assignee: null,
        category: isCustomer || isComplaint ? 'customer service' : categorizeTask(about, triage),
        due_date: due?.date ?? null,
        quote: quoteOf(first.text),
      },
    },
  ];
}

function isPayable({ triage }: Context): boolean {
  return (
    triage === null ||
    (triage.category !== 'customer' &&
      [
        'invoice',
        'payment',
        'insurance',
        'contract',
        'delivery',
        'other',
        'phishing',
        'inspection',
      ].includes(triage.type))
  );
}

function payTask(lines: readonly Line[], context: Context): Found[] {
  if (!isPayable(context)) return [];
  const subject: Line = { text: subjectOf(context.email), where: 'subject' };
  const demand = findDemand([...lines, subject]);
  if (demand === null) return [];
  const all = [demand, subject, ...lines];
  const number = all.map(({ text }) => invoiceNumberIn(text)).find((one) => one !== null);
  const due = all
    .filter((line) => line === demand || /\b(?:due|pay|payable|payment)\b/i.test(line.text))
    .map(({ text }) => findDueDate(text, context))
    .find((date) => date !== null);
  const { writer } = context;
  return [
    {
      where: demand.where,
      confidence: due?.isAmbiguous ? 0.89 : 0.94,
      task: {
        title: shorten(number ? `Pay invoice ${number} (${writer})` : `Pay ${writer}`, 120),
        description: describe(demand.text, context),
        priority: prioritizeTask(demand.text, context.triage, due ?? null),
        assignee: null,
        category: 'accounting',
        due_date: due?.date ?? null,
        quote: quoteOf(demand.text),
      },
    },
  ];
}

const absence =
  /\b(?:sick|ill|flu|fever|throwing up|not feeling well|food poisoning|come in|make it(?: in)?|be in|coming in|work|shift|calling (?:out|in)|out (?:today|tomorrow)|emergency|urgent care)\b/i;

function coverTask(lines: readonly Line[], context: Context): Found[] {
  if (context.triage?.type !== 'call_out') return [];
  const subject: Line = { text: subjectOf(context.email), where: 'subject' };
  const said = lines.find(({ text }) => absence.test(text)) ?? lines[0] ?? subject;
  const days = [said, ...lines, subject]
    .map(({ text }) => findDueDate(text, context))
    .find((date) => date !== null);
  return [
    {
      where: said.where,
      confidence: 0.94,
      task: {
        title: shorten(`Find cover for ${context.writer}`, 120),
        description: describe(said.text, context),
        priority:
          days && days.inDays > 2
            ? 'high'
            : days?.inDays === 0
              ? 'urgent'
              : prioritizeTask(said.text, context.triage, days ?? null),
        assignee: null,
        category: 'scheduling',
        due_date: days?.date ?? null,
        quote: quoteOf(said.text),
      },
    },
  ];
}

/** Something of the business's own is out of order; the report itself asks for nothing. */
function alertTask({ email, triage }: Context): Found[] {
  const subject = subjectOf(email);
  if (triage?.type !== 'alert' || triage.urgency < 40 || subject === '') return [];
  return [
    {
      where: 'subject',
      confidence: 0.93,
      task: {
        title: shorten(`Look into: ${clean(subject)}`, 120),
        description: shorten(`Reported by ${email.envelope.from.address}.`, 1_000),
        priority: prioritizeTask(subject, triage, null),
        assignee: null,
        category: 'operations',
        due_date: null,
        quote: quoteOf(subject),
      },
    },
  ];
}

function titleOf({ kind, words }: Act, { writer, people }: Context): string {
  let title = words.replace(/[\s.?!,;:]+$/, '').replace(/,? (?:please|thanks|thank you|pls)$/i, '');
  if (kind === 'need') title = `${people.isStaffMail ? 'Get' : 'Provide'} ${title}`;
  title = title.replace(
    /^(\p{L}+(?: back)?) (?:me|us)\b/iu,
    (_, verb: string) => `${verb} ${writer}`,
  );
  return shorten(title.charAt(0).toUpperCase() + title.slice(1), 120);
}

function describe(sentence: string, { email, writer }: Context): string {
  const subject = clean(subjectOf(email));
  const about = subject === '' ? '' : ` in "${shorten(subject, 120)}"`;
  return shorten(`${writer} wrote${about}:\n${sentence.trim()}`, 1_000);
}

function writerOf({ envelope }: Email): string {
  const name = clean((envelope.replyTo?.name || envelope.from.name).slice(0, 200));
  return shorten(name === '' ? envelope.from.address || 'the sender' : name, 60);
}

/** The sentence, or as many of its words as a quote holds. */
function quoteOf(sentence: string): string {
  if (sentence.length <= 300) return sentence;
  const cut = cutText(sentence, 300);
  const space = cut.lastIndexOf(' ');
  return (space > 0 ? cut.slice(0, space) : cut).trim();
}

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
