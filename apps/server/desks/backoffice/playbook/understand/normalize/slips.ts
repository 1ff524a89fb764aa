/**
 * Whether a word is another one with a slip of the keyboard: two letters swapped, one left out or
 * one too many. Never in the first letter; a letter in another's place makes a word of its own.
 */
export function isSlipOf(written: string, meant: string): boolean {
  if (written === meant || written[0] !== meant[0]) return false;
  if (Math.abs(written.length - meant.length) > 1) return false;
  let at = 1;
  while (at < written.length && written[at] === meant[at]) at += 1;
  if (written.length === meant.length) {
    return (
      written[at] === meant[at + 1] &&
      written[at + 1] === meant[at] &&
      written.slice(at + 2) === meant.slice(at + 2)
    );
  }
  const [longer, shorter] = written.length > meant.length ? [written, meant] : [meant, written];
  return longer.slice(at + 1) === shorter.slice(at);
}
