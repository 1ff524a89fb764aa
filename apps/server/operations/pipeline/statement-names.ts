import { createHash } from 'node:crypto';

const MOST_NAMES = 300;
const names = new Map<string, string>();

/**
 * The name under which a statement is prepared, the same for the same text everywhere in this
 * process; undefined once there are too many different ones to keep.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `mail_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
