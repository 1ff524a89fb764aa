import { splitRequests } from '@deskbell/clerk';
import { readSmallTalk } from './small-talk.ts';
import { topicOf } from './topics.ts';

const LONGEST = 400;
const POLITE_START =
  /^(?:(?:hi|hiya|hey|hello|yo|good (?:morning|afternoon|evening)|morning|aubs|dear|team|there|ok|so|well|um+|uh+|hmm+|alright|right|great|thanks|thank you|cool|perfect|please|sorry|quick question|question|one (?:more )?(?:thing|question)|oh|also|actually|btw|by the way|listen|look|(?<=(?:hi|hey|hello|morning|evening|afternoon) )(?:all|there|everyone|folks|guys))(?:[\s,.!:;-]+|$))+(?=\S)/;
const POLITE_END =
  /(?:[\s,.!]+(?:please|thanks|thank you|thx|ty|cheers|aubs|mate|man|buddy|if you (?:can|could|would|don't mind)|when you (?:can|get a chance|have a (?:moment|minute|sec))|asap|real quick|for me|if possible|pretty please|today's all))+[\s.!?]*$/;
const JOINS = /\s*(?:,\s*(?:and\s+)?|\s+(?:and|&|plus|as well as|then)\s+|\s+\+\s+)/;
const CORRECTION =
  /^(?:no|nope|sorry|wait)(?:, *| (?=i mean|not ))(?:i meant? |i mean,? |rather )*(?=\S)|^i meant? (?=\S)/;
const trimmed = (text: string): string => {
  if (readSmallTalk(text) !== undefined) return text;
  const start = text.replace(POLITE_START, '').replace(CORRECTION, '');
  const end = start.replace(POLITE_END, '');
  return end.trim() === '' ? text : end.trim();
};

/** A normalised message as the requests in it, without the polite words around them. */
export function splitMessage(text: string): string[] {
  return splitRequests(text)
    .flatMap((request) => splitTopics(trimmed(request.slice(0, LONGEST))))
    .slice(0, 5);
}

/** "Failed executions and overdue tasks" are two requests: each part names a topic of its own. */
function splitTopics(request: string): string[] {
  const parts = request.split(JOINS).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length < 2 || parts.length > 4) return [request];
  const topics = parts.map((part) => topicOf(part)[0]);
  const isEach = topics.every((topic) => topic !== undefined);
  return isEach && new Set(topics).size === parts.length ? parts.map(trimmed) : [request];
}
