import type { Memory } from '../../memory.ts';
import type { Query } from '../../query.ts';
import { isGivenName } from '../normalize/first-names.ts';
import { sayName } from '../normalize/named-first.ts';
import { readBack } from './back-to-list.ts';
import { readLeadName } from './return-to.ts';

// "Back to Tom. Which of his is due today?", "back to those tasks, which ones are urgent?": what is
// gone back to is not told again; what follows is asked of it.

/** The tasks of somebody asked about before, or of another than the last one asked about. */
export function tasksOf(name: string, { compared, query, asked }: Memory): Query | undefined {
  const known = compared.findLast(({ assignee }) => assignee?.toLowerCase().split(' ')[0] === name);
  if (known?.assignee !== undefined) return { topic: 'tasks', assignee: known.assignee };
  const isOfPeople = (query ?? asked.get('tasks'))?.assignee !== undefined;
  return isOfPeople && isGivenName(name)
    ? { topic: 'tasks', assignee: name.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) }
    : undefined;
}

/** Takes the conversation back to a list, of which these rows were shown. */
function takeUp(memory: Memory, list: Query, rows: Memory['rows']): void {
  memory.query = list;
  memory.list = list;
  memory.rows = rows;
  if (rows.length === 0) memory.isUnlisted = true;
  delete memory.focus;
}

/** What is asked of somebody gone back to, by name; undefined where the name is of no such person. */
export function askedOfPerson(name: string, rest: string, memory: Memory): string | undefined {
  const list = tasksOf(name, memory);
  if (list === undefined) return undefined;
  takeUp(memory, list, []);
  return sayName(name, rest);
}

/** What is asked of a list gone back to by the request before it; undefined where none is. */
export function askedOfEarlier(lead: string, rest: string, memory: Memory): string | undefined {
  const name = readLeadName(lead);
  const ofPerson = name === undefined ? undefined : askedOfPerson(name, rest, memory);
  if (ofPerson !== undefined) return ofPerson;
  const [back] = /\bback\b/.test(lead) ? (readBack(lead, memory) ?? []) : [];
  if (back?.kind !== 'query') return undefined;
  takeUp(memory, back.query, memory.lists.get(back.query.topic) ?? []);
  return rest;
}
