import type { Email } from '../../mail/email.ts';
import type { FoundTask, TriageFindings } from '../findings.ts';
import { cutText } from '../text/cut-text.ts';
import { subjectOf } from '../triage/mail-parts.ts';
import type { Act } from './act.ts';
import { clean, shorten } from './clean-sentence.ts';
import type { NamedPeople } from './people.ts';

export interface Asked {
  sentence: string;
  where: 'subject' | 'body';
  act: Act;
  score: number;
}

export interface Found {
  task: FoundTask;
  where: 'subject' | 'body';
  confidence: number;
}

export interface TaskContext {
  email: Email;
  triage: TriageFindings | null;
  timezone: string;
  /** Whom an answer goes to. */
  writer: string;
  people: NamedPeople;
}

export interface Line {
  text: string;
  where: 'subject' | 'body';
}

export function describe(sentence: string, { email, writer }: TaskContext): string {
  const subject = clean(subjectOf(email));
  const about = subject === '' ? '' : ` in "${shorten(subject, 120)}"`;
  return shorten(`${writer} wrote${about}:\n${sentence.trim()}`, 1_000);
}

export function writerOf({ envelope }: Email): string {
  const name = clean((envelope.replyTo?.name || envelope.from.name).slice(0, 200));
  return shorten(name === '' ? envelope.from.address || 'the sender' : name, 60);
}

/** The sentence, or as many of its words as a quote holds. */
export function quoteOf(sentence: string): string {
  if (sentence.length <= 300) return sentence;
  const cut = cutText(sentence, 300);
  const space = cut.lastIndexOf(' ');
  return (space > 0 ? cut.slice(0, space) : cut).trim();
}
