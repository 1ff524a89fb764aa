import type { Span } from '../../days/span.ts';
import type { Goal, Memory } from '../../memory.ts';
import type { Facet } from '../../query.ts';
import { ask } from '../goals.ts';
import { readFacet } from '../slots/read-facet.ts';
import { isNamed, mailOf } from './view.ts';

// "What did she write after that?": a mail of the one spoken of, by its place beside the mail in view.

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
/** "What became of her second mail?" */
const COUNTED = /\b(?:her|his|their) (second|2nd|third|3rd) (?:e-?mail|mail|message|letter|one)\b/;
/** "Is there an older one from them as well?" */
const OLDER_ONE =
  /\b(?:is|was|are|were|do we have|did we get|have we|show me|any|what about)\b.*\b(?:an?|any|the|no) (older|earlier|previous|prior|newer|later) (?:one|mail|e-?mail|message|letter|invoice|bill|statement)s? (?:from|by|of) (?:them|him|her|the same\b.*|this sender)\b/;

/** What is asked of somebody's mails. */
export interface OfTheirs {
  text: string;
  person: string;
  span: Span | undefined;
  memory: Memory;
}

export function readMailBeside(asked: OfTheirs): Goal[] | undefined {
  const before = readMailBefore(asked);
  // Asked for with days, it is among those of the days.
  if (before !== undefined || asked.span !== undefined) return before;
  return (
    readCounted(asked) ??
    readTheirWords(asked) ??
    readStep(asked) ??
    readPlaced(asked) ??
    readOlder(asked)
  );
}

function readMailBefore({ text, person, memory }: OfTheirs): Goal[] | undefined {
  const beside = mailInView(memory);
  if (beside === undefined || !MAIL_BEFORE.test(text)) return undefined;
  return ask({ ...mailOfPerson(person), pick: 'before', beside, facet: factIn(text) });
}

/** Counted from their first one, whatever order they were shown in. */
function readCounted({ text, person, memory }: OfTheirs): Goal[] | undefined {
  const place = COUNTED.exec(text)?.[1];
  if (place === undefined) return undefined;
  const theirs = [...memory.records]
    .filter(
      ([ref, { senderName = '' }]) => ref.startsWith('[email:') && isNamed(senderName, person),
    )
    .toSorted(([, one], [, other]) => ((one.receivedAt ?? '') < (other.receivedAt ?? '') ? -1 : 1));
  const [ref] = theirs[/^(?:second|2nd)$/.test(place) ? 1 : 2] ?? [];
  const facet = readFacet(text.replace(COUNTED, 'it'));
  return ref === undefined ? undefined : ask({ topic: 'record', ref, facet });
}

const readTheirWords = ({ text, memory: { focus } }: OfTheirs): Goal[] | undefined =>
  focus !== undefined && THEIR_WORDS.test(text)
    ? ask({ topic: 'record', ref: focus, facet: 'text' })
    : undefined;

function readStep({ text, person, memory }: OfTheirs): Goal[] | undefined {
  const beside = mailInView(memory);
  if (beside === undefined) return undefined;
  const [step] = STEP.exec(text) ?? WROTE_SINCE.exec(text) ?? [];
  if (step === undefined) return undefined;
  const pick = /before|earlier|previously/.test(step) ? 'before' : 'after';
  return ask({ ...mailOfPerson(person), pick, beside });
}

function readPlaced({ text, person, memory }: OfTheirs): Goal[] | undefined {
  const place = IN_THEIR_MAIL.exec(text)?.[1];
  if (place === undefined) return undefined;
  const facet = factIn(text.replace(IN_THEIR_MAIL, ' '));
  const beside = mailInView(memory);
  if (beside !== undefined && /^(?:earlier|previous|other)/.test(place)) {
    return ask({ ...mailOfPerson(person), pick: 'before', beside, facet });
  }
  const pick = /^(?:first|original|oldest|initial)/.test(place) ? 'oldest' : 'newest';
  return ask({ ...mailOfPerson(person), pick, facet });
}

function readOlder({ text, person, memory }: OfTheirs): Goal[] | undefined {
  const beside = mailInView(memory);
  const place = beside === undefined ? undefined : OLDER_ONE.exec(text)?.[1];
  if (beside === undefined || place === undefined) return undefined;
  const pick = /^(?:older|earlier|previous|prior)/.test(place) ? 'before' : 'after';
  return ask({ ...mailOfPerson(person), pick, beside });
}

const mailInView = (memory: Memory): string | undefined =>
  memory.focus === undefined ? undefined : mailOf(memory.focus, memory);

const mailOfPerson = (person: string) =>
  ({ topic: 'find', words: person, sentBy: person }) as const;

/** Of a mail that was not told of its words are wanted, where nothing else of it is. */
function factIn(text: string): Facet {
  const facet = readFacet(text);
  return facet === 'story' ? 'text' : facet;
}
