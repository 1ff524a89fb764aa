import { createTextFilter, type TextFilter } from '../../text-filter.ts';
import type { GivenReferences } from './given-references.ts';
import { type CitationGroup, readCitations, shortId } from './read-citations.ts';

/** A '[' with what a removed citation takes along, or what of that stands at the end of the text. */
const CANDIDATE = / ?\(?`?(?:\[|$)/g;

/**
 * Writes known citations in their short form, '[email:8f14e45fceea]', lists as one after the other
 * and without backticks around them; removes the others with the space before them, and with
 * parentheses that hold nothing else. `given` is asked for when the first citation is met.
 */
export function createCitationCheck(given: () => GivenReferences): TextFilter {
  // Whether a '[' of this line was written that nothing has closed: what is taken out there must
  // not make a citation of what stands on both sides of it.
  let isInBrackets = false;

  const written = (text: string): string => {
    const lastOpen = text.lastIndexOf('[');
    const lastEnd = Math.max(text.lastIndexOf(']'), text.lastIndexOf('\n'));
    if (lastOpen !== lastEnd) isInBrackets = lastOpen > lastEnd;
    return text;
  };

  return createTextFilter((text, isEnd) => {
    let output = '';
    let at = 0;
    for (;;) {
      CANDIDATE.lastIndex = at;
      const candidate = CANDIDATE.exec(text);
      const lead = candidate?.[0] ?? '';
      const start = candidate?.index ?? text.length;
      output += written(text.slice(at, start));
      if (!lead.endsWith('[')) {
        if (!isEnd) return { output, rest: lead };
        isInBrackets = false;
        return { output: output + lead, rest: '' };
      }
      const found = readAt({ text, start, lead, isEnd, given });
      if (found === 'open') return { output, rest: text.slice(start) };
      const isTakenOut = found.replacement === '' && isInBrackets;
      output += isTakenOut ? '?' : written(found.replacement);
      at = found.end;
    }
  });
}

/** What takes the place of the text from `start` to `end`. */
interface Found {
  replacement: string;
  end: number;
}

function readAt({
  text,
  start,
  lead,
  isEnd,
  given,
}: {
  text: string;
  start: number;
  lead: string;
  isEnd: boolean;
  given: () => GivenReferences;
}): Found | 'open' {
  const bracket = start + lead.length - 1;
  const group = readCitations(text, bracket);
  if (group === null || (group === 'open' && isEnd)) {
    return { replacement: lead, end: bracket + 1 };
  }
  if (group === 'open') return 'open';
  let { end } = group;
  let before = lead.slice(0, -1);
  const isPending = () => end === text.length && !isEnd;
  if (before.endsWith('`')) {
    if (isPending()) return 'open';
    // One that is not closed belongs to something else.
    if (text[end] !== '`') return { replacement: before + knownOf(group, given), end };
    before = before.slice(0, -1);
    end += 1;
  }
  const known = knownOf(group, given);
  if (known !== '') return { replacement: before + known, end };
  if (before.endsWith('(')) {
    if (isPending()) return 'open';
    if (text[end] !== ')') return { replacement: before, end };
    end += 1;
  }
  return { replacement: '', end };
}

function knownOf({ citations }: CitationGroup, given: () => GivenReferences): string {
  const known = citations.flatMap(({ kind, id }) => {
    const short = shortId(id);
    return short !== undefined && given().has(kind, short) ? [`[${kind}:${short}]`] : [];
  });
  return [...new Set(known)].join(' ');
}
