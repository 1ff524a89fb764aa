import type { AgentOutput, EmailDetail } from '@deskbell/protocol';
import { createQuoteFinder } from '@deskbell/protocol/back-office/find-quote.ts';
import { agentTitles } from '../executions/agent-titles.ts';
import { nameFinding } from '../executions/group-findings.ts';
import type { AgentName } from '../executions/place-bars.ts';

type Evidence = AgentOutput['evidence'][number];

/** Words of the mail that an agent's finding rests on. */
export interface Quote {
  /** `deadline-2`: the agent, and which of its quotes, from 1. Part of an address. */
  id: string;
  agent: AgentName;
  /** `Deadline 2` */
  label: string;
  /** What it supports, in a few words. */
  finding: string;
  evidence: Evidence;
  /** Whether its words are marked in the mail; false for headers, files, and what is not found. */
  isMarked: boolean;
}

/** A stretch of a text under the same quotes; without any it is plain. */
export interface Run {
  text: string;
  /** The longest one first, so that it goes around the others. */
  quotes: Quote[];
  /** Those whose words end with this run, to be named behind it. */
  ending: Quote[];
  /** Those that begin with it. */
  beginning: Quote[];
}

/** A stretch of a text that belongs to a quote. */
export interface Part {
  start: number;
  end: number;
  quote: Quote;
  isFirst: boolean;
  isLast: boolean;
}

export interface MarkedMail {
  quotes: Quote[];
  /** The parts marked in the subject. */
  subject: Part[];
  /** The parts marked in each segment. */
  segments: Part[][];
}

type Mail = Pick<EmailDetail, 'subject' | 'segments'>;

/** Where a mail's words support what agents found in it. */
export function markEvidence(mail: Mail, outputs: readonly AgentOutput[]): MarkedMail {
  const segments = mail.segments ?? [];
  const finders = {
    body: createQuoteFinder(segments),
    subject: createQuoteFinder([{ kind: 'new', text: mail.subject }]),
  };
  const marked: MarkedMail = { quotes: [], subject: [], segments: segments.map(() => []) };
  for (const output of outputs) {
    for (const [index, evidence] of output.evidence.entries()) {
      const { where } = evidence;
      const parts = where === 'body' || where === 'subject' ? finders[where](evidence.quote) : [];
      const quote: Quote = {
        id: `${output.agent_type}-${index + 1}`,
        agent: output.agent_type,
        label: `${agentTitles[output.agent_type]} ${index + 1}`,
        finding: nameFinding(output, evidence.finding),
        evidence,
        isMarked: parts.length > 0,
      };
      marked.quotes.push(quote);
      for (const [place, { segment, start, end }] of parts.entries()) {
        const part = {
          start,
          end,
          quote,
          isFirst: place === 0,
          isLast: place === parts.length - 1,
        };
        if (where === 'subject') marked.subject.push(part);
        else marked.segments[segment]?.push(part);
      }
    }
  }
  return marked;
}

/**
 * Cuts a text where marks begin and end. Marks may overlap, hold each other, or be the same; the
 * runs together are the text.
 */
export function cutAtMarks(text: string, parts: readonly Part[]): Run[] {
  const within = parts
    .map((part) => ({ ...part, end: Math.min(part.end, text.length) }))
    .filter(({ start, end }) => start < end);
  const edges = new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])]);
  const places = [...edges].sort((one, other) => one - other);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const covering = within
      .filter((part) => part.start <= start && part.end >= end)
      .sort((one, other) => other.end - other.start - (one.end - one.start));
    return {
      text: text.slice(start, end),
      quotes: covering.map(({ quote }) => quote),
      ending: covering.filter((part) => part.isLast && part.end === end).map(({ quote }) => quote),
      beginning: covering
        .filter((part) => part.isFirst && part.start === start)
        .map(({ quote }) => quote),
    };
  });
}
