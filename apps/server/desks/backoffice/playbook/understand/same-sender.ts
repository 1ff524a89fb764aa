import type { Span } from '../days/span.ts';
import type { Goal, Memory } from '../memory.ts';
import type { Query, Topic } from '../query.ts';
import { readFacet } from './read-facet.ts';
import { contentWords, saysNothingElse } from './read-names.ts';

const THEY =
  /\b(?:she|he|they|her|his|their|him|them|theirs|hers|the sender)\b|\bsame (?:sender|person|people|company|vendor|supplier|customer|guy|address)\b/;
const WRITES =
  /\b(?:e-?mails?|mails?|messages?|wr(?:ites?|ote|itten|iting)|sen[dt]s?|contact(?:ed)?|hear|heard|reach(?:ed)? out|complain(?:ed)?|get back|got back|ask(?:ed)?|from|say|said)\b/;
const NEWEST =
  /\b(?:last|latest|newest|most recent(?:ly)?)\b(?! (?:week|month|year|quarter|\w+day)\b)/;
const OLDEST = /\b(?:first|earliest|original(?:ly)?|initial(?:ly)?)\b/;
const OTHERS =
  /\b(?:else|others?|more|before|again|earlier|previous(?:ly)?|often|how many|how much|all|ever|show|list|besides|already|(?:e-?mails|mails|messages))\b/;
/** What such a question is put in beside the names of things the rules know. */
const OF_THE_QUESTION =
  /\b(?:time|times|ever|before|again|else|others?|earlier|previous\w*|first|initial\w*|original\w*|besides|same|sender|person|company|customer|vendor|supplier|guy|address|last|wants?|asks?|asked|need\w*|originally|complain\w*|about|since|very|there|here|altogether|total)\b/g;

/** "When was the last time?" after how often somebody wrote. */
const TIME = /^(?:and |so |but )*when was the (?:very )?(?:last|first|latest) (?:time|one)[?.!]*$/;
/** With days: "what did he write last week?" */
const WROTE = /\b(?:wr(?:ite|ote|itten)|sen[dt]|contact(?:ed)?|e-?mails?|mails?|messages?)\b/;
const DID_THEY =
  /^(?:and |so |but |ok )*(?:did|have|has|do|does) (?:they|she|he|the sender) (?:ever |already |also |really )*(?:sen[dt]|writ(?:e|ten)|wrote|mention(?:ed)?|ask(?:ed)?|complain(?:ed)?|say|said)\b/;
/** "Did she e-mail us too?" */
const DID_WRITE =
  /^(?:and |so |but |ok )*(?:did|has|have) (?:she|he|they) (?:also |maybe |perhaps )?(?:e-?mail(?:ed)?|mail(?:ed)?|wr(?:ite|ote|itten)|contact(?:ed)?|sen[dt](?: (?:us )?(?:an? )?(?:e-?mail|mail|message))?)(?: to)?(?: us)?(?: too| as well| also)?[\s?.!]*$/;
const ABOUT =
  /\b(?:from|by) (?:her|him|them|the same)\b.* (?:about|on|regarding)\b|\b(?:she|he|they) .*\b(?:about|on|regarding)\b/;

/** Whose mails "their last one" means: who sent the mail spoken of, or the vendor told of. */
function personSpokenOf(memory: Memory): string | undefined {
  const { focus, recent, records, query, named } = memory;
  if (named !== undefined) return named;
  const { vendor, sentBy } = query ?? {};
  if (focus === undefined && query?.topic === 'vendors' && vendor !== undefined) return vendor;
  for (const ref of [focus, ...recent.toReversed()]) {
    if (ref === undefined) continue;
    const record = records.get(ref);
    const mail = record?.emailRef === undefined ? record : records.get(record.emailRef);
    const name = mail?.senderName ?? record?.senderName;
    if (name !== undefined && sentBy === undefined) return name;
    if (name !== undefined) return ref === focus ? name : sentBy;
  }
  return vendor ?? sentBy;
}

/** "What was the last mail they sent?", "did she write before?": other mails of the one spoken of. */
export function readSameSender(
  text: string,
  topics: readonly Topic[],
  { memory, span }: { memory: Memory; span: Span | undefined },
): Goal[] | undefined {
  const isTime = TIME.test(text) && (memory.query?.sentBy ?? memory.focus) !== undefined;
  if (!THEY.test(text) && !isTime) return undefined;
  const person = personSpokenOf(memory);
  if (person === undefined) return undefined;
  if (topics[0] === 'vendors') return ofVendor(text, memory);
  if (topics.some((topic) => topic !== 'emails')) return undefined;
  const others = contentWords(text.replace(OF_THE_QUESTION, ' '));
  if (!WRITES.test(text) && !isTime) return undefined;
  if (others.length > 0) {
    const words = `${person} ${others.join(' ')}`;
    if (others.length > 3) return undefined;
    if (ABOUT.test(text) && OTHERS.test(text)) return ask({ topic: 'find', words, isList: true });
    return DID_THEY.test(text) ? ask({ topic: 'find', words, sentBy: person }) : undefined;
  }
  const query: Query = {
    topic: 'find',
    words: person,
    sentBy: person,
    ...(span === undefined ? {} : { span }),
  };
  const isOldest = OLDEST.test(text);
  if (isOldest || NEWEST.test(text)) {
    const facet = readFacet(text);
    // "The last mail they sent" names the mail by its sender.
    const isWhole = facet === 'sender' && !/\bwho\b/.test(text);
    return ask({
      ...query,
      pick: isOldest ? 'oldest' : 'newest',
      ...(isWhole || facet === 'story' ? {} : { facet }),
    });
  }
  // Who was only named so far: "what did he ask again?"
  if (memory.named !== undefined || DID_WRITE.test(text)) return ask(query);
  return OTHERS.test(text) || (span !== undefined && WROTE.test(text))
    ? ask({ ...query, isList: true })
    : undefined;
}

/** "How reliable are they?" */
function ofVendor(text: string, memory: Memory): Goal[] | undefined {
  const { query, focus, records } = memory;
  const known = focus === undefined ? undefined : records.get(focus)?.vendor;
  const vendor = query?.topic === 'vendors' ? query.vendor : (known ?? personSpokenOf(memory));
  return vendor === undefined || !saysNothingElse(text.replace(OF_THE_QUESTION, ' '))
    ? undefined
    : ask({ topic: 'vendors', vendor, ...(query?.span ? { span: query.span } : {}) });
}

const ask = (query: Query): Goal[] => [{ kind: 'query', query }];
