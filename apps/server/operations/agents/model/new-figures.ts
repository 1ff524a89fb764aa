import { type Email, textOf } from '../../mail/email.ts';
import type { DeadlineFindings, TaskFindings } from '../findings.ts';

const NUMBER = /\d{2,}/g;
/** Between the groups of one number: '9,000', "9'000", '9 000'. */
const GROUPING = /(?<=\d)[.,'\u2019 \u00a0](?=\d{3}(?!\d))/g;
const NO_CENTS = /(?<=\d)[.,]00?(?!\d)/g;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)[^\s)>\]]+/gi;

/** Something found in words of its own, and the day and time it was found for. */
interface Worded {
  words: string;
  moment: string;
}

const wordedTasks = ({ tasks }: TaskFindings): Worded[] =>
  tasks.map(({ title, description, assignee, due_date }) => ({
    words: `${title}\n${description}\n${assignee ?? ''}`,
    moment: due_date ?? '',
  }));

const wordedDeadlines = ({ deadlines }: DeadlineFindings): Worded[] =>
  deadlines.map(({ description, date, time }) => ({
    words: description,
    moment: `${date} ${time ?? ''}`,
  }));

/**
 * Whether findings name a number of two digits or more, an e-mail address or a link that neither the
 * mail nor the rules know: an amount or an account that a model made up, in words that would
 * otherwise stand for the mail's own.
 */
export function namesNewFigures(
  findings: TaskFindings | DeadlineFindings,
  {
    email,
    known,
  }: { email: Email /** Texts that the figures may be from as well. */; known: string },
): boolean {
  const worded = 'tasks' in findings ? wordedTasks(findings) : wordedDeadlines(findings);
  const source = `${wholeText(email)}\n${known}`;
  // Groups that only look like one number are there in both ways of reading them.
  const numbers = new Set([...numbersIn(source), ...(source.match(NUMBER) ?? [])]);
  const folded = source.toLowerCase();
  return worded.some(({ words, moment }) => {
    const own = numbersIn(moment);
    const addresses = words.toLowerCase().match(ADDRESS) ?? [];
    return (
      addresses.some((address) => !folded.includes(address)) ||
      [...numbersIn(words)].some((number) => !numbers.has(number) && !own.has(number))
    );
  });
}

const numbersIn = (text: string): Set<string> =>
  new Set(text.replace(GROUPING, '').replace(NO_CENTS, '').match(NUMBER));

function wholeText(email: Email): string {
  const { subject, from, replyTo } = email.envelope;
  return [
    subject,
    from.name,
    from.address,
    replyTo?.address ?? '',
    textOf(email, ['new', 'quoted', 'forwarded', 'signature', 'footer']),
    ...email.attachments.map(({ filename }) => filename),
  ].join('\n');
}
