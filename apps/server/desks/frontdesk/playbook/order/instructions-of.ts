import type { Memory } from '../memory.ts';
import { readInstructions } from '../reading/extras/read-instructions.ts';

/** What is left of "could the driver just leave them on the porch", which asks for no order. */
const MAY_THEY =
  /^(?:and |so |hi,? |hey,? )*(?:can|could|may|will|would|is it (?:ok|okay|fine|possible)|are)\b(?: [a-z']+){0,5}[?.! ]*$/i;

/** A message of nothing but wishes for the driver, before there is an order, is no such thing. */
export function instructionsOf(text: string, memory: Memory): ReturnType<typeof readInstructions> {
  const found = readInstructions(text);
  const isFirst = Object.keys(memory.order).length === 0;
  const isAlone = isFirst && (!/\p{L}{2}/u.test(found.rest) || MAY_THEY.test(found.rest.trim()));
  return isAlone ? { sentences: [], isDropped: false, rest: text } : found;
}
