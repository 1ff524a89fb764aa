import { createTextFilter, type TextFilter } from '../../text-filter.ts';

const UNUSUAL = /[\r\u0085\u2028\u2029\v\f\0]/;
const LINE_END = /\r\n?|[\u0085\u2028\u2029\v\f]/g;

/**
 * Lines end with '\n' alone, and U+0000 and lone surrogates, which neither JSON clients nor text
 * columns take, become U+FFFD. A surrogate pair split between two pieces stays whole.
 */
export function createPlainCharacters(): TextFilter {
  return createTextFilter((text, isEnd) => {
    const last = text.charCodeAt(text.length - 1);
    const isOpen = !isEnd && (last === 0x0d || (last >= 0xd800 && last <= 0xdbff));
    const rest = isOpen ? text.slice(-1) : '';
    const decided = isOpen ? text.slice(0, -1) : text;
    const output = UNUSUAL.test(decided)
      ? decided.replace(LINE_END, '\n').replaceAll('\0', '\ufffd')
      : decided;
    return { output: output.toWellFormed(), rest };
  });
}
