import { isAbuse } from '@deskbell/clerk';
import { namesImpossibleDay } from '../../days/dates.ts';
import { readSpan } from '../../days/read-span.ts';
import type { Goal } from '../../memory.ts';
import { say } from '../goals.ts';
import { readNamedMail } from '../questions/named-mail.ts';
import type { Request } from '../request.ts';
import { asksForOthersChats, asksForSecrets } from './asks-for-secrets.ts';
import { readWish } from './read-wish.ts';
import { isOffTopic, readSmallTalk } from './small-talk.ts';

// What is answered without a tool.

const PERSON =
  /\b(?:to|for|tell|call|answer|ask|inform|e-?mail|mail|remind|thank|refund|text|contact|notify|ring|message|reach|from|with) (?:Mr\.? |Mrs\.? |Ms\.? )?(\p{Lu}[\p{L}'-]{1,20}(?: \p{Lu}[\p{L}'-]{1,20})?)/u;

/** Whom a wish names: "reply to Sam Ross that …". */
const readNamedPerson = (raw: string): string | undefined =>
  PERSON.exec(raw.slice(0, 400))?.[1]?.toLowerCase();

export function readTalk({ text, refs }: Request): Goal[] | undefined {
  const smallTalk = refs.length === 0 ? readSmallTalk(text) : undefined;
  return smallTalk === undefined ? undefined : say(smallTalk);
}

const A_MAIL = /\b(?:e-?mail|mail|message|letter|note|invoice|review) (?:from|by|of|about|with)\b/;

/** What is told to nobody, and what a person has to do; whom that names is who "she" is. */
export function readRefused(request: Request): Goal[] | undefined {
  const { text, raw, memory } = request;
  if (asksForSecrets(text)) return say('instructions');
  if (asksForOthersChats(text)) return say('others_chats');
  const wish = readWish(text);
  if (wish === undefined) return undefined;
  const named = readNamedPerson(raw);
  if (named !== undefined) memory.named = named;
  const [mail] = A_MAIL.test(text) ? (readNamedMail(request) ?? []) : [];
  if (mail?.kind === 'query') {
    const { notes: _notes, ...wished } = mail.query;
    memory.wished = wished;
  }
  return say(wish);
}

/** "What is due on February 30?" */
export const readImpossibleDay = ({ text, now }: Request): Goal[] | undefined =>
  namesImpossibleDay(text) && readSpan(text, now, 'past') === undefined
    ? say('no_such_day')
    : undefined;

export const readInsult = ({ text }: Request): Goal[] | undefined =>
  isAbuse(text) ? say('abuse') : undefined;

export const readOffTopic = ({ text }: Request): Goal[] | undefined =>
  isOffTopic(text) ? say('off_topic') : undefined;
