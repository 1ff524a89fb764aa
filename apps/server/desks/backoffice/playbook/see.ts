import type { Reply, SeenCall } from '@deskbell/clerk';
import { HELP_START } from './flows/sayings.ts';
import type { Memory, Row } from './memory.ts';
import type { Query, Topic } from './query.ts';
import { SAY_LIST } from './wording/rows.ts';

const CITATION = /\[(?:execution|email|task):[0-9a-f-]{4,40}\]/g;
const ROW = /^\s*(?:(\d{1,4})[.)]|[-*•])\s+(.*)$/;
const LISTS = ['emails', 'executions', 'tasks', 'deadlines', 'items', 'reviews'] as const;
const MOST_RECORDS = 500;

const TOPIC_OF_TOOL: Readonly<Record<string, Topic>> = {
  list_emails: 'emails',
  search_emails: 'find',
  list_executions: 'executions',
  list_tasks: 'tasks',
  list_deadlines: 'deadlines',
  list_reviews: 'reviews',
  agent_performance: 'agents',
  vendor_history: 'vendors',
  system_health: 'health',
  attention_items: 'attention',
};

/** Puts what the assistant did and said after the message last heard into the memory. */
export function see(memory: Memory, { calls, text }: Reply): void {
  const good = calls.filter(({ outcome }) => outcome.ok);
  if (good.length > 0) {
    delete memory.named;
    delete memory.wished;
  }
  for (const call of good) rememberRecords(memory, call);
  const isSingle = good.some(({ tool }) => tool === 'get_email' || tool === 'get_execution');
  // The parts of one mail's story are no list to point at.
  const rows = readRows(text, isSingle);
  if (text.includes(HELP_START)) memory.hasHelped = true;
  const searched = good.some(({ tool }) => tool === 'search_emails');
  const told = focusOf(good, text);
  // After the story of the best mail the others are counted on.
  if (isSingle && searched && rows[0]?.number === 2 && told !== undefined)
    rows.unshift({ number: 1, ref: told });
  if (good.length > 0) delete memory.isUnlisted;
  if (text.includes(SAY_LIST)) {
    memory.isUnlisted = true;
    memory.rows = [];
  }
  const isMore = (rows[0]?.number ?? 1) > 1;
  if (rows.length > 0) {
    memory.rows = isMore
      ? [...memory.rows.filter(({ number }) => number < (rows[0]?.number ?? 1)), ...rows]
      : rows;
  }
  const refs = [...new Set(rows.flatMap(({ ref }) => ref ?? []))];
  const listed = good.findLast(({ tool }) => TOPIC_OF_TOOL[tool] !== undefined);
  if (rows.length > 0 && listed !== undefined) {
    memory.lists.set(kindOf(memory.rows, TOPIC_OF_TOOL[listed.tool] ?? 'emails'), memory.rows);
  }
  const focus = told ?? (rows.length === 1 ? refs[0] : undefined);
  if (focus !== undefined) {
    memory.focus = focus;
    memory.recent = [...memory.recent.filter((ref) => ref !== focus), focus];
  }
  // Small talk in between does not change what "it" is, nor do other mails of its sender.
  else if (good.length > 0 && !isOfSender(memory, refs)) delete memory.focus;
  // A search that found nothing leaves things as they were.
  const isInVain =
    good.length === 1 && searched && good[0]?.outcome.ok && good[0].outcome.value.total === 0;
  const before = memory.recent.at(-1);
  if (isInVain && before !== undefined) memory.focus = before;
  if (listed !== undefined) {
    const cursor = cursorOf(listed, rows);
    if (cursor === undefined || memory.isUnlisted) delete memory.nextCursor;
    else memory.nextCursor = cursor;
    // A language model may have understood what the rules did not.
    const isOurs = memory.heard.goals.some(({ kind }) => kind === 'query');
    if (!isOurs) memory.query = queryOf(listed);
  }
}

const isOfSender = ({ query, focus }: Memory, refs: readonly string[]): boolean =>
  query?.topic === 'find' && query.sentBy !== undefined && refs.some((ref) => ref === focus);

/** Whose rows they are: a vendor's own answer lists its mails, and so does a search. */
function kindOf([first]: readonly Row[], topic: Topic): Topic {
  if (first?.ref === undefined) return 'vendors';
  return topic === 'vendors' || topic === 'find' ? 'emails' : topic;
}

function cursorOf({ outcome }: SeenCall, rows: readonly Row[]): string | null | undefined {
  if (!outcome.ok) return undefined;
  const { next_cursor: cursor, items, total, vendors, detail } = outcome.value;
  if (detail !== undefined && Array.isArray(vendors)) {
    const { mails } = (vendors[0] ?? {}) as { mails?: unknown };
    return typeof mails === 'number' && mails > (rows.at(-1)?.number ?? mails) ? 'more' : null;
  }
  if (typeof cursor === 'string' || cursor === null) return cursor;
  if (!Array.isArray(items) || typeof total !== 'number') return undefined;
  return total > (rows.at(-1)?.number ?? 0) ? 'more' : null;
}

/** The rows of a numbered list in a reply; those of a plain list count from one. */
export function readRows(text: string, isSingle: boolean): Row[] {
  const rows = new Map<number, Row>();
  let plain = 0;
  for (const line of text.split('\n')) {
    const hit = ROW.exec(line);
    const said = hit?.[2] ?? '';
    const ref = said.match(CITATION)?.[0];
    const name = /“([^”]{1,200})”/.exec(said)?.[1];
    if (hit === null || (ref === undefined && name === undefined)) continue;
    if (isSingle && hit[1] === undefined) continue;
    if (hit[1] === undefined) plain += 1;
    const number = hit[1] === undefined ? plain : Number(hit[1]);
    rows.set(number, {
      number,
      ...(ref === undefined ? {} : { ref }),
      ...(name === undefined ? {} : { name }),
    });
  }
  return [...rows.values()].sort((a, b) => a.number - b.number);
}

/** Where a text first cites the record that a call was for; -1 where it does not. */
function firstMention({ input, outcome }: SeenCall, text: string): number {
  const { ref, tasks } = outcome.ok ? outcome.value : {};
  // Who has a task of it is told by the task.
  const own = Array.isArray(tasks) ? (tasks as { ref?: unknown }[]).map((task) => task.ref) : [];
  const refs = [input.id, ref, ...own];
  const found = refs.flatMap((ref) => (typeof ref === 'string' ? text.indexOf(ref) : []));
  const all = found.filter((at) => at >= 0);
  return all.length === 0 ? -1 : Math.min(...all);
}

/** The one record a reply is about: what was fetched by itself, or the only one it cites. */
function focusOf(calls: readonly SeenCall[], text: string): string | undefined {
  // Of several that were read, the one that is told of first.
  const read = calls.filter(({ tool }) => tool === 'get_email' || tool === 'get_execution');
  const told = read
    .map((call) => ({ call, at: firstMention(call, text) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at);
  const single = told[0]?.call ?? read.at(-1);
  if (single?.outcome.ok) {
    const { id } = single.input;
    const { ref } = single.outcome.value;
    if (typeof id === 'string' && /^\[task:/.test(id)) return id;
    return typeof ref === 'string' ? ref : undefined;
  }
  const cited = [...new Set(text.match(CITATION) ?? [])];
  return cited.length === 1 ? cited[0] : undefined;
}

function rememberRecords(memory: Memory, { outcome }: SeenCall): void {
  if (!outcome.ok) return;
  for (const key of LISTS) {
    const list = outcome.value[key];
    if (!Array.isArray(list)) continue;
    for (const item of list as Record<string, unknown>[]) {
      rememberRecord(memory, item ?? {});
    }
  }
  rememberRecord(memory, outcome.value);
}

function rememberRecord(memory: Memory, item: Record<string, unknown>): void {
  const text = (key: string): string | undefined =>
    typeof item[key] === 'string' ? (item[key] as string) : undefined;
  // A review is known by its execution, a deadline by its mail.
  const own = text('ref');
  const ref = own ?? (text('subject') === undefined ? text('email_ref') : text('execution_ref'));
  if (ref === undefined || memory.records.size >= MOST_RECORDS) return;
  const known = memory.records.get(ref);
  const said = SAID.flatMap((key) => text(key)?.slice(0, MOST_SAID) ?? []).join(' ');
  const of = {
    // What has no ref of its own has a state of its own.
    status: own === undefined ? undefined : text('status'),
    emailRef: text('email_ref'),
    vendor: text('vendor'),
    senderName: text('sender_name') || undefined,
    executionRef: text('execution_ref'),
    receivedAt: text('received_at') ?? text('accepted_at'),
    risk: text('risk'),
    priority: text('priority'),
    createdAt: text('created_at'),
    dueDate: text('due_date') ?? text('date'),
    isOverdue: item.is_overdue === true || item.is_over === true ? true : undefined,
    category: text('category'),
    urgency: typeof item.urgency === 'number' ? item.urgency : undefined,
    assignee: text('assignee'),
    address: text('sender'),
    subject: text('subject'),
  };
  memory.records.set(ref, {
    ...known,
    ...Object.fromEntries(
      Object.entries(of).filter(([, value]) => value !== undefined && value !== ref),
    ),
    said: known?.said?.includes(said) ? known.said : `${known?.said ?? ''} ${said}`,
  });
}

const SAID = ['subject', 'title', 'sender_name', 'sender', 'assignee', 'text'] as const;
const MOST_SAID = 4000;

/** The question another model's call answered, so that staff can go on from there. */
function queryOf({ tool, input }: SeenCall): Query {
  const query: Query = { topic: TOPIC_OF_TOOL[tool] ?? 'attention' };
  const text = (key: string): string | undefined =>
    typeof input[key] === 'string' ? (input[key] as string) : undefined;
  const from = text('from') ?? text('due_from');
  const to = text('to') ?? text('due_to');
  if (from !== undefined || to !== undefined) {
    const label =
      from === undefined
        ? `until ${to}`
        : to === undefined
          ? `since ${from}`
          : `from ${from} to ${to}`;
    query.span = {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      label,
    };
  }
  for (const key of ['status', 'category', 'sender', 'agent', 'vendor', 'assignee'] as const) {
    const value = text(key);
    if (value !== undefined)
      Object.assign(query, {
        [tool === 'list_tasks' && key === 'status' ? 'taskStatus' : key]: value,
      });
  }
  if (tool === 'search_emails') query.words = text('query') ?? '';
  if (Array.isArray(input.priority)) Object.assign(query, { priority: input.priority });
  if (input.is_overdue === true) query.isOverdue = true;
  return query;
}
