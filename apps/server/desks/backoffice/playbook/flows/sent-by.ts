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
  if (asked.length === 0) return false;
  // "Northfork Mutual" is claims@northforkmutual.example too.
  const domain = sender.slice(sender.lastIndexOf('@') + 1).toLowerCase();
  const isTheirs =
    asked.join('').length >= LEAST_OF_DOMAIN && domain.startsWith(`${asked.join('')}.`);
  return isTheirs || asked.every((word) => known.has(word));
}

const LEAST_OF_DOMAIN = 6;

/** Mails of somebody before mails that only mention them; otherwise in their order. */
export const sentByFirst = (emails: readonly EmailItem[], name: string): EmailItem[] => [
  ...emails.filter((email) => isSentBy(email, name)),
  ...emails.filter((email) => !isSentBy(email, name)),
];
