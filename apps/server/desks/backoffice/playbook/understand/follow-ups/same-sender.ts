import type { Goal, Memory } from '../../memory.ts';
import type { Query } from '../../query.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { readFacet } from '../slots/read-facet.ts';
import { contentWords } from '../slots/read-names.ts';
import { type OfTheirs, readMailBeside } from './mail-beside.ts';
import { isOfVendor, OF_THE_QUESTION, readTheirFigures } from './their-figures.ts';
import { isNamed, personInView, shownOf } from './view.ts';

const THEY =
  /\b(?:she|he|they|her|his|their|him|them|theirs|hers|the sender)\b|\bsame (?:sender|person|people|company|vendor|supplier|customer|guy|address)\b/;
const WRITES =
  /\b(?:e-?mails?|mails?|messages?|wr(?:ites?|ote|itten|iting)|sen[dt]s?|contact(?:ed)?|hear|heard|reach(?:ed)? out|complain(?:ed)?|get back|got back|ask(?:ed)?|from|say|said)\b/;
const NEWEST =
  /\b(?:last|latest|newest|most recent(?:ly)?)\b(?! (?:week|month|year|quarter|\w+day)\b)/;
const OLDEST =
  /\b(?:first|earliest|original(?:ly)?|initial(?:ly)?|to begin with|to start with|at the (?:start|beginning|outset)|in the beginning|back then)\b/;
/** "What did she need from us originally?" asks for the first of the mails that were found. */
const WANTED =
  /\bwhat (?:exactly )?(?:did|does|had|was|has) (?:she|he|they)\b.*\b(?:need|want|ask|say|said|write|writ\w+|request|propose|offer|tell|told|after|expect|complain|looking for)\w*\b/;
const OTHERS =
  /\b(?:else|others?|more|before|again|earlier|previous(?:ly)?|often|how many|how much|all|ever|show|list|besides|already|(?:e-?mails|mails|messages))\b/;

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
const MOST_WORDS = 3;

/** "What was the last mail they sent?", "did she write before?": other mails of the one spoken of. */
export function readSameSender(request: Request): Goal[] | undefined {
  const { plain: text, topics, memory, span } = request;
  const isTime = TIME.test(text) && (memory.query?.sentBy ?? memory.focus) !== undefined;
  if (!THEY.test(text) && !isTime) return undefined;
  const person = personInView(memory);
  if (person === undefined) return undefined;
  if (isOfVendor(request)) return readTheirFigures(request);
  if (OLDEST.test(text) && WANTED.test(text)) return readFirst(person, memory);
  if (topics.some((topic) => topic !== 'emails')) return undefined;
  const asked = { text, person, span, memory };
  const beside = readMailBeside(asked);
  if (beside !== undefined || !(WRITES.test(text) || isTime)) return beside;
  const words = contentWords(text.replace(OF_THE_QUESTION, ' '));
  return words.length > 0 ? readAbout(words, asked) : readTheirs(asked);
}

/** "Did they ever complain about the lift?": of all their mails those with the words. */
function readAbout(named: readonly string[], { text, person }: OfTheirs): Goal[] | undefined {
  if (named.length > MOST_WORDS) return undefined;
  const words = `${person} ${named.join(' ')}`;
  if (ABOUT.test(text) && OTHERS.test(text)) return ask({ topic: 'find', words, isList: true });
  return DID_THEY.test(text) ? ask({ topic: 'find', words, sentBy: person }) : undefined;
}

/** What the first of their mails says: among those that were shown, else among all. */
function readFirst(person: string, memory: Memory): Goal[] {
  const theirs = shownOf(memory.rows, memory).filter(({ known }) =>
    isNamed(known.senderName ?? '', person),
  );
  const [first, another] = theirs.toSorted((one, other) =>
    (one.known.receivedAt ?? '') < (other.known.receivedAt ?? '') ? -1 : 1,
  );
  return first !== undefined && another !== undefined
    ? ask({ topic: 'record', ref: first.ref, facet: 'text' })
    : ask({ topic: 'find', words: person, sentBy: person, pick: 'oldest', facet: 'text' });
}

function readTheirs({ text, person, span, memory }: OfTheirs): Goal[] | undefined {
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
