import type { EmailItem } from '../../tools/tool-records.ts';

const wordsIn = (text: string): string[] =>
  (
    text
      .slice(0, 200)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));

/** Whether the name or the address of a mail's sender has every word of a name. */
export function isSentBy({ sender, sender_name }: EmailItem, name: string): boolean {
  const known = new Set([...wordsIn(sender_name), ...wordsIn(sender)]);
  const asked = wordsIn(name);
  return asked.length > 0 && asked.every((word) => known.has(word));
}

/** Mails of somebody before mails that only mention them; otherwise in their order. */
export const sentByFirst = (emails: readonly EmailItem[], name: string): EmailItem[] => [
  ...emails.filter((email) => isSentBy(email, name)),
  ...emails.filter((email) => !isSentBy(email, name)),
];
