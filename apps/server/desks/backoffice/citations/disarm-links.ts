import { createTextFilter, type TextFilter } from '../../text-filter.ts';

/** The longest end of a text that is held back: beyond it the space goes in. */
const MAX_DESTINATION_LENGTH = 200;
const MAX_NAME_LENGTH = 32;

const MARK = /[!\]<]/g;
const DESTINATION = /:[ \t]{0,200}(?:\n[ \t]{0,200})?(\S{0,200})/y;
const NAME = /[a-z][a-z\d+.-]{0,32}/iy;
/** A destination without any of these leads nowhere else. */
const LEADS_ELSEWHERE = /[:/\\&<%]/;
const RUNS = /^(?:script|style)$/i;

/**
 * Takes the effect out of what a renderer of Markdown would make a link, an image or an HTML tag:
 * a space goes in where it begins ('] (', '! [', '] : ', '< img'), so that its words and its address
 * are seen as text and nothing is fetched. A model that obeys a mail cannot show a remote image nor
 * hide where a link leads, whatever program shows its answer. Addresses that are written out stay.
 */
export function createLinkDisarming(): TextFilter {
  return createTextFilter((text, isEnd) => {
    let output = '';
    let at = 0;
    for (;;) {
      MARK.lastIndex = at;
      const index = MARK.exec(text)?.index;
      if (index === undefined) return { output: output + text.slice(at), rest: '' };
      output += text.slice(at, index);
      const decision = decide(text, index);
      if (decision === 'open' && !isEnd) return { output, rest: text.slice(index) };
      output += decision === 'space' ? `${text[index]} ` : text[index];
      at = index + 1;
    }
  });
}

/** Whether a space is needed after the mark. 'open': what follows decides. */
function decide(text: string, index: number): 'keep' | 'space' | 'open' {
  const next = text[index + 1];
  if (next === undefined) return 'open';
  switch (text[index]) {
    case '!':
      return next === '[' ? 'space' : 'keep';
    case ']':
      if (next === '(') return 'space';
      return next === ':' ? decideDefinition(text, index + 1) : 'keep';
    default:
      return decideTag(text, index + 1);
  }
}

/** '[label]: address', which gives '[label]' and '![label]' anywhere in the text an address. */
function decideDefinition(text: string, colon: number): 'keep' | 'space' | 'open' {
  DESTINATION.lastIndex = colon;
  const [definition = '', destination = ''] = DESTINATION.exec(text) ?? [];
  if (LEADS_ELSEWHERE.test(destination) || definition.length > MAX_DESTINATION_LENGTH) {
    return 'space';
  }
  return colon + definition.length === text.length ? 'open' : 'keep';
}

/** '<img src=…' and '<https://…>', but not 'Sam <sam@example.com>'. */
function decideTag(text: string, start: number): 'keep' | 'space' | 'open' {
  NAME.lastIndex = start;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return 'keep';
  if (name.length > MAX_NAME_LENGTH) return 'space';
  const next = text[start + name.length];
  if (next === undefined) return 'open';
  return /[\s/:]/.test(next) || (next === '>' && RUNS.test(name)) ? 'space' : 'keep';
}
