import type { Span } from '../../days/span.ts';
import type { Goal, Memory } from '../../memory.ts';
import type { Query } from '../../query.ts';
import type { Request } from '../request.ts';
import { readFacet } from '../slots/read-facet.ts';
import { contentWords, saysNothingElse } from '../slots/read-names.ts';
import { ofShown } from './ask-on.ts';
import { mailOf, personInView } from './view.ts';

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
  /\b(?:time|times|ever|before|again|else|others?|earlier|previous\w*|first|initial\w*|original\w*|besides|same|sender|person|company|customer|vendor|supplier|guy|address|last|wants?|asks?|asked|need\w*|originally|complain\w*|about|since|very|there|here|altogether|total|after|then|that)\b/g;

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

/** "Show me what she wrote." */
const THEIR_WORDS =
  /^(?:(?:and|so|ok|please|just|can you|could you|show|tell|give|read|quote|see)(?: me)? )+what (?:exactly )?(?:he|she|they) (?:actually |exactly |really )?(?:wrote|said|says|writes|asked|sent)(?: exactly| there| in it| us| to us)?[\s?.!]*$/;
/** "What was missing in her mail before?" */
const MAIL_BEFORE =
  /\b(?:her|his|their|the sender's) (?:(?:e-?mail|mail|message|letter|one) before\b|(?:previous|earlier|preceding|prior) (?:e-?mail|mail|message|letter|one)\b)/;

const SAY_OR_ANSWER =
  '(?:write|wrote|written|say|said|send|sent|mail(?:ed)?|e-?mail(?:ed)?|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|react(?:ed)?|(?:come|came|get|got|gotten) back)';
/** "Has he written since?" */
const WROTE_SINCE = new RegExp(
  `^(?:(?:and|so|ok|then|but) )*(?:did|has|have) (?:he|she|they) (?:ever |also )?${SAY_OR_ANSWER}(?: (?:us|to us|to that|to it|anything|something|back|again|to us))* (?:after(?:wards?| that| this| it)|since(?: then)?|later(?: on)?)[\\s?.!]*$`,
);
/** "What did she write after that?" */
const STEP =
  /^(?:(?:and|so|ok|then|but) )*what (?:did |does |has |have |else did )?(?:he|she|they) (?:ever )?(?:write|wrote|written|say|said|send|sent|answer\w*|repl\w+|ask\w*|mail\w*|get back)(?: (?:us|to us|to that|to it|about it|anything|something|back|again))* (?:after(?:wards?| that| this| it)?|since(?: then)?|later(?: on)?|next|then|before(?: that| this| it)?|earlier|previously)[\s?.!]*$/;

/** "Which booking did she want to move in her first mail?" */
const IN_THEIR_MAIL =
  /\bin (?:her|his|their) (?:very )?(first|original|oldest|initial|last|latest|newest|most recent|earlier|previous|other) (?:e-?mail|mail|message|letter|one)\b/;
/** "Is there an older one from them as well?" */
const OLDER_ONE =
  /\b(?:is|was|are|were|do we have|did we get|have we|show me|any|what about)\b.*\b(?:an?|any|the|no) (older|earlier|previous|prior|newer|later) (?:one|mail|e-?mail|message|letter|invoice|bill|statement)s? (?:from|by|of) (?:them|him|her|the same\b.*|this sender)\b/;

/** "What was the last mail they sent?", "did she write before?": other mails of the one spoken of. */
export function readSameSender({ plain: text, topics, memory, span }: Request): Goal[] | undefined {
  const isTime = TIME.test(text) && (memory.query?.sentBy ?? memory.focus) !== undefined;
  if (!THEY.test(text) && !isTime) return undefined;
  const person = personInView(memory);
  if (person === undefined) return undefined;
  if (topics[0] === 'vendors' || OF_ITS_INVOICES.test(text))
    return (
      ofVendor(text, { memory, span }) ??
      (WHICH_OF_THEIRS.test(text) ? ofShown(text, memory, text) : undefined)
    );
  if (topics.some((topic) => topic !== 'emails')) return undefined;
  if (MAIL_BEFORE.test(text) && memory.focus !== undefined) {
    const facet = readFacet(text);
    return ask({
      topic: 'find',
      words: person,
      sentBy: person,
      pick: 'before',
      beside: mailOf(memory.focus, memory),
      facet: facet === 'story' ? 'text' : facet,
    });
  }
  if (THEIR_WORDS.test(text) && memory.focus !== undefined && span === undefined) {
    return ask({ topic: 'record', ref: memory.focus, facet: 'text' });
  }
  const step = STEP.exec(text) ?? WROTE_SINCE.exec(text);
  if (step !== null && memory.focus !== undefined && span === undefined) {
    const pick = /before|earlier|previously/.test(step[0]) ? 'before' : 'after';
    const beside = mailOf(memory.focus, memory);
    return ask({ topic: 'find', words: person, sentBy: person, pick, beside });
  }
  const inMail = IN_THEIR_MAIL.exec(text)?.[1];
  const beside = memory.focus === undefined ? undefined : mailOf(memory.focus, memory);
  if (inMail !== undefined && span === undefined) {
    const isStep = /^(?:earlier|previous|other)/.test(inMail) && beside !== undefined;
    const facet = readFacet(text.replace(IN_THEIR_MAIL, ' '));
    return ask({
      topic: 'find',
      words: person,
      sentBy: person,
      ...(isStep
        ? { pick: 'before', beside }
        : { pick: /^(?:first|original|oldest|initial)/.test(inMail) ? 'oldest' : 'newest' }),
      facet: facet === 'story' ? 'text' : facet,
    });
  }
  const older = OLDER_ONE.exec(text)?.[1];
  if (older !== undefined && beside !== undefined && span === undefined) {
    const pick = /^(?:older|earlier|previous|prior)/.test(older) ? 'before' : 'after';
    return ask({ topic: 'find', words: person, sentBy: person, pick, beside });
  }
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

/** "Which order did they deliver late?" is told by one of their mails. */
const WHICH_OF_THEIRS =
  /^(?:(?:and|so|but|ok) )*(?:which|what) [a-z]{3,20} (?:did|do|does|was|is|were|has|have|of)\b/;
/** What a vendor's own answer counts and adds up. */
const OF_ITS_INVOICES =
  /\bhow many (?:invoices?|bills?)\b|\b(?:sum|total|altogether|in all|in total)\b.*\b(?:them|those|these|they|their)\b|\bhow much (?:did|do|have|has) (?:they|he|she) (?:charge|bill|invoice)d?\b/;
const INVOICES = /\b(?:invoices?|bills?|sums?|charged?|billed|invoiced|much|many)\b/g;

/** "How reliable are they?" */
function ofVendor(
  text: string,
  { memory, span }: { memory: Memory; span: Span | undefined },
): Goal[] | undefined {
  const { query, focus, records } = memory;
  const known = focus === undefined ? undefined : records.get(focus)?.vendor;
  const isTold = query?.topic === 'vendors' && query.vendor !== undefined;
  if (OF_ITS_INVOICES.test(text) && !isTold) return undefined;
  const vendor = query?.topic === 'vendors' ? query.vendor : (known ?? personInView(memory));
  const days = span ?? query?.span;
  const rest = text.replace(OF_THE_QUESTION, ' ').replace(INVOICES, ' ');
  return vendor === undefined || !saysNothingElse(rest)
    ? undefined
    : ask({ topic: 'vendors', vendor, ...(days ? { span: days } : {}) });
}

const ask = (query: Query): Goal[] => [{ kind: 'query', query }];
