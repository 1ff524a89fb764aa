import type { KnownRecord, Memory, Row } from '../../memory.ts';
import { hasWord, wordsBetweenSpaces } from '../alike.ts';

// What the conversation has shown, and what of it is in view. Everything that points back asks here.

const MOST_SAID = 6000;

/** The mail a record came from; the record itself when it is one. */
export const mailOf = (ref: string, { records }: Memory): string =>
  records.get(ref)?.emailRef ?? ref;

/** What stands before the subject of a mail that answers or forwards another. */
export const ANSWERS = /^(?:(?:re|fwd?|aw):\s{0,3})+/i;

/** All that was read of a record and of its mail, between spaces. */
export function saidOf(ref: string, { records }: Memory, name = ''): string {
  const record = records.get(ref);
  const mail = record?.emailRef === undefined ? undefined : records.get(record.emailRef);
  return wordsBetweenSpaces(
    `${name} ${record?.said ?? ''} ${mail?.said ?? ''}`.slice(0, MOST_SAID),
  );
}

/** All that was told of a record, with the titles of what came of its mail. */
export function toldOf(ref: string, memory: Memory): string {
  const titles = [...memory.records.values()].flatMap(({ emailRef, said = '' }) =>
    emailRef === ref ? said : [],
  );
  return saidOf(ref, memory, titles.join(' '));
}

export const hasAll = (said: string, words: readonly string[]): boolean =>
  words.every((word) => hasWord(said, word));

/** The one record that "it" is: what was told of last, or the only row of a list. */
export function inView({ focus, rows }: Memory): string | undefined {
  return focus ?? (rows.length === 1 ? rows[0]?.ref : undefined);
}

/** A row of the last list with all that is known of it. */
export interface Shown {
  row: Row;
  ref: string;
  /** Of the record itself, and what only its mail has. */
  known: KnownRecord;
}

/** The rows of a list that stand for records, in their order. */
export const shownOf = (rows: readonly Row[], { records }: Memory): Shown[] =>
  rows.flatMap((row) => {
    if (row.ref === undefined) return [];
    const own = records.get(row.ref) ?? {};
    const mail = own.emailRef === undefined ? {} : (records.get(own.emailRef) ?? {});
    return [{ row, ref: row.ref, known: { ...mail, ...own } }];
  });

/** Who wrote the mail of a record, as far as that was told. */
export function senderOf(ref: string, memory: Memory): string | undefined {
  const { records } = memory;
  return records.get(mailOf(ref, memory))?.senderName ?? records.get(ref)?.senderName;
}

/** Whose mails "their last one" means: who sent the mail spoken of, or the vendor told of. */
export function personInView(memory: Memory): string | undefined {
  const { focus, recent, query, named } = memory;
  if (named !== undefined) return named;
  const { vendor, sentBy } = query ?? {};
  if (focus === undefined && query?.topic === 'vendors' && vendor !== undefined) return vendor;
  for (const ref of [focus, ...recent.toReversed()]) {
    const name = ref === undefined ? undefined : senderOf(ref, memory);
    if (name !== undefined && sentBy === undefined) return name;
    if (name !== undefined) return ref === focus ? name : sentBy;
  }
  return vendor ?? sentBy;
}

/** Whether a sender's name has every word of a name. */
export const isNamed = (sender: string, name: string): boolean =>
  name.split(' ').every((word) => ` ${sender.toLowerCase()}`.includes(` ${word.toLowerCase()}`));
