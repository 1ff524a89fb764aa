import type { Memory } from '../../memory.ts';

/** "Is that 175 per box?", "do I pay the surcharge for each item or once?" */
const ASKS_RATE =
  /^(?:(?:and|but|ok(?:ay)?|so|wait|oh|sorry),? )*(?:is|are|does|do|will|would)\b[^.!]*\b(?:per|for (?:each|every)|each|every|once)\b/;
const SURCHARGE = /\b(?:surcharges?|extra|fees?|add-?on)\b/;

/** Whether it is asked what an area's surcharge counts by, after a price that has one. */
export function asksPerAddress(text: string, { priced }: Memory): boolean {
  const outcome = priced.at(-1)?.outcome;
  if (outcome?.ok !== true || !ASKS_RATE.test(text)) return false;
  const lines: unknown = outcome.value.line_items;
  if (!Array.isArray(lines)) return false;
  return lines.some((line: { label?: unknown; amount?: unknown }) => {
    if (!String(line.label).startsWith('Service-area surcharge')) return false;
    return SURCHARGE.test(text) || new RegExp(`(?<!\\d)${line.amount}(?!\\d)`).test(text);
  });
}
