import { lowerFirst } from '@deskbell/clerk';
import { daysOf } from '../days/span.ts';
import { includesToday } from '../wording/days.ts';
import { asksForOneSentence, firstSentence } from '../wording/first-sentence.ts';
import { itemsIn, sayAttention, sayItems } from './attention.ts';
import { sayEmails } from './emails.ts';
import { executions } from './executions.ts';
import { type Flow, fetch, NOT_CHECKED } from './flow.ts';

const ROWS = 5;

/** A day or a span in a few lines: the mail, and what is to be looked at. */
export const summary: Flow = (turn, query, room) => {
  const { today } = turn.now;
  const span = query.span ?? { from: today, to: today, label: 'today' };
  const isNow = includesToday(span, today);
  const mail = fetch(turn, 'list_emails', { ...daysOf(span), limit: ROWS });
  const items = isNow ? fetch(turn, 'attention_items', { limit: ROWS }) : undefined;
  const failed = isNow
    ? ''
    : executions(turn, { topic: 'executions', span, status: 'failed' }, { ...room, rows: ROWS });
  if (mail.kind === 'open' || items?.kind === 'open' || failed === undefined) return undefined;
  if (mail.kind !== 'ok') return NOT_CHECKED;
  if (asksForOneSentence(turn.memory.heard.text)) {
    const came = firstSentence(sayEmails(turn, { topic: 'emails', span }, mail.value));
    const open = items?.kind === 'ok' ? firstSentence(sayAttention(items.value)) : '';
    return open === '' ? came : `${came.slice(0, -1)}; ${lowerFirst(open)}`;
  }
  const parts = [sayEmails(turn, { topic: 'emails', span }, mail.value)];
  if (items?.kind === 'ok') {
    const { value } = items;
    const said = { value, total: itemsIn(value), sentence: sayAttention(value) };
    parts.push(sayItems(turn, { firstNumber: 1 }, said));
  }
  if (failed !== '') parts.push(failed);
  return parts.join('\n\n');
};
