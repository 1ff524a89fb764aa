import type { Goal, Memory } from '../../memory.ts';
import type { Query, Topic } from '../../query.ts';
import { readCategory } from '../slots/read-filters.ts';

// A list that was asked for before is asked for again: "back to the tasks", "the previous list".

const ask = (query: Query): Goal[] => [{ kind: 'query', query }];

const ALL_OF_ONE =
  /^(?:(?:no|nope|sorry|wait|actually)[,.! ]+)?(?:please )?(?:show (?:me )?|list |i want |give me )?(?:all|everything)(?: of)? (?:his|hers|her|theirs|their)(?: tasks| ones)?[\s?.!]*$/;
const ALL_AFTER_ALL =
  /^(?:(?:no|nope|sorry|wait|actually)[,.! ]+)?(?:please )?(?:show (?:me )?|list |i want |give me )?all(?: of (?:them|those|these|it))?(?: again| please)*[?.!]*$/;
const BACK =
  /^(?:(?:ok|now|so|and|well|then|let's|let us|can we|please|go|going|come|coming|show me|get) )*(?:back to (?:the |those |these |our |my )?(?:list of )?|(?:the|those|these) (?=[a-z]+ again))(tasks|to-?dos|e-?mails|mails|messages|deadlines|reviews|vendors|suppliers|agents|executions|failures|attention list|list)(?: list)?(?: again| please)?[?.!]*$/;
const TOPIC_OF_LIST: readonly (readonly [RegExp, Topic])[] = [
  [/^(?:task|to)/, 'tasks'],
  [/mail|message/, 'emails'],
  [/^deadline/, 'deadlines'],
  [/^review/, 'reviews'],
  [/^(?:vendor|supplier)/, 'vendors'],
  [/^agent/, 'agents'],
  [/^(?:execution|failure)/, 'executions'],
  [/^attention/, 'attention'],
];

const BACK_TO_PEOPLE =
  /^(?:(?:ok|now|so|and|well|then|please|go|going|let's go|show me) )*(?:back to )(?:the |those |our )?(customers?|guests?|clients?|vendors?|suppliers?|staff|colleagues)(?: mails| ones| list)?(?: again| please)?[?.!]*$/;
const PREVIOUS_LISTS: readonly RegExp[] = [
  /^(?:(?:ok|now|so|and|then|please|go|back|to|show me|give me) )*(?:the |that )?(?:previous|earlier|last|old|other|former) list(?: again| please)*[\s?.!]*$/,
  /^(?:(?:ok|and|please|go|back|to|show me) )*(?:the )?list (?:from )?before(?: that| this)?[\s?.!]*$/,
];

/** A question about a list without its place in it and what was said of it. */
function fromStart({
  cursor: _cursor,
  firstNumber: _number,
  notes: _notes,
  ...kept
}: Query): Query {
  return kept;
}

/** After a look at one record the list it is of; else the list before the last one. */
function listBefore({ asked, query, list, heard }: Memory): Query | undefined {
  const last = [...asked.values()];
  const isOfOne = heard.goals.some(
    (goal) =>
      goal.kind === 'query' &&
      (goal.query.topic === 'record' || (goal.query.topic === 'find' && !goal.query.isList)),
  );
  const shown = isOfOne ? (list ?? last.at(-1)) : last.findLast((one) => one !== query);
  return shown === undefined ? undefined : fromStart(shown);
}

/** "Back to the tasks": the last question about them again. */
export function readBack(text: string, memory: Memory): Goal[] | undefined {
  const { asked, query, nextCursor, isUnlisted } = memory;
  const isWhole = typeof nextCursor !== 'string' && isUnlisted === undefined;
  if (isWhole && query !== undefined && query.topic !== 'find' && ALL_AFTER_ALL.test(text)) {
    const { topic, status, taskStatus, isOverdue } = query;
    return ask({
      topic,
      ...(status === undefined ? {} : { status }),
      ...(taskStatus === undefined ? {} : { taskStatus }),
      ...(isOverdue === undefined ? {} : { isOverdue }),
    });
  }
  if (query?.topic === 'tasks' && query.assignee !== undefined && ALL_OF_ONE.test(text)) {
    return ask({ topic: 'tasks', assignee: query.assignee });
  }
  const before = PREVIOUS_LISTS.some((one) => one.test(text)) ? listBefore(memory) : undefined;
  if (before !== undefined) return ask(before);
  const people = BACK_TO_PEOPLE.exec(text)?.[1];
  const category = people === undefined ? undefined : readCategory(people);
  const mails = asked.get('emails');
  if (category !== undefined && mails?.category === category) {
    return ask(fromStart(mails));
  }
  const noun = BACK.exec(text)?.[1];
  const topic = TOPIC_OF_LIST.find(([pattern]) => noun !== undefined && pattern.test(noun))?.[1];
  const last = topic === undefined ? undefined : asked.get(topic);
  return last === undefined ? undefined : ask(fromStart(last));
}
