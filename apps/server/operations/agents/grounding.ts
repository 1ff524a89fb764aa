import { type Email, textOf } from '../mail/email.ts';
import type { Evidence } from './agent.ts';
import type { DeadlineFindings, TaskFindings, TriageFindings } from './findings.ts';

/** A letter or two stand in every mail. */
const SHORTEST_QUOTE = 3;

/** Where words of one mail may be found. */
export interface Grounds {
  /** Where a quote occurs, or null: then the finding it supports is dropped. */
  find(quote: string): { where: Evidence['where']; attachment?: number } | null;
}

interface Source {
  where: Evidence['where'];
  attachment?: number;
  folded: string;
}

/**
 * The words that findings may rest on: the header, what the sender wrote now or forwarded, the
 * signature, and the attachments' text. Quoted threads and footers are nobody's request. Space, case
 * and the shape of quotation marks do not matter.
 */
export function createGrounds(
  email: Pick<Email, 'envelope' | 'segments'>,
  attachmentText = '',
): Grounds {
  const { subject, replyTo, from, headers } = email.envelope;
  const written = textOf(email).trim();
  const body = `${written}\n${textOf(email, ['forwarded', 'signature'])}`;
  const header = [replyTo?.name, replyTo?.address, from.name, from.address]
    .concat(Object.values(headers).flat())
    .join('\n');
  const sources: Source[] = [
    { where: 'subject', folded: fold(subject) },
    { where: 'body', folded: fold(body) },
    { where: 'attachment', folded: fold(attachmentText) },
    { where: 'header', folded: fold(header) },
  ];
  return {
    find: (quote) => {
      const folded = fold(quote);
      if (folded.length < SHORTEST_QUOTE) return null;
      const source = sources.find((candidate) => candidate.folded.includes(folded));
      return source === undefined ? null : { where: source.where };
    },
  };
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201b`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Findings without those whose quote is not in the mail, and the evidence for the rest. */
export function keepGrounded<Name extends keyof Quoting>(
  agent: Name,
  findings: Quoting[Name],
  grounds: Grounds,
): { findings: Quoting[Name]; evidence: Evidence[] } {
  const evidence: Evidence[] = [];
  const kept = { ...findings } as Record<string, unknown>;
  for (const list of quotingLists[agent]) {
    const items = (findings as Record<string, unknown>)[list] as { quote: string }[];
    kept[list] = items.filter((item) => grounds.find(item.quote) !== null);
    for (const [index, { quote }] of (kept[list] as { quote: string }[]).entries()) {
      const found = grounds.find(quote);
      if (found !== null) evidence.push({ finding: `${list}[${index}]`, quote, ...found });
    }
  }
  return { findings: kept as Quoting[Name], evidence };
}

/** The agents whose findings quote the mail. */
interface Quoting {
  triage: TriageFindings;
  deadline: DeadlineFindings;
  task: TaskFindings;
}

const quotingLists = {
  triage: ['warnings'],
  deadline: ['deadlines', 'recurring_events'],
  task: ['tasks'],
} as const;
