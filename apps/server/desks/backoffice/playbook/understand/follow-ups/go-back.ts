import type { Goal } from '../../memory.ts';
import { ask } from '../goals.ts';
import type { Request } from '../request.ts';
import { readFacet } from '../slots/read-facet.ts';
import { askedOfPerson, tasksOf } from './back-to-earlier.ts';
import { readMeant } from './read-meant.ts';
import { askInstead } from './refine.ts';
import { readAnother, readLeadName, readListAgain, readReturn } from './return-to.ts';
import { mailOf } from './view.ts';

/** "I meant Paul Winter": the last question, of somebody else. */
export function readCorrected({ text, memory }: Request): Goal[] | undefined {
  const meant = readMeant(text);
  const instead = meant === undefined ? undefined : askInstead(meant, memory.query);
  return instead === undefined ? undefined : ask(instead);
}

/** "Saturday's mails again: which of them …?": from here on that list is the last one told. */
export function readOfListAgain({ text, memory, understand }: Request): Goal[] | undefined {
  const again = readListAgain(text);
  if (again === undefined) return undefined;
  const [listed] = understand(again.list);
  if (listed?.kind !== 'query' || ['find', 'record'].includes(listed.query.topic)) return undefined;
  memory.query = listed.query;
  memory.rows = [];
  delete memory.focus;
  const asked = understand(again.rest);
  return asked.length > 0 ? asked : [listed];
}

/** "Back to Rosa: when …?": what is asked of a mail told of before, or of one known by its words. */
export function readOfAnother({ text, memory, understand }: Request): Goal[] | undefined {
  const tasks = tasksOf(readLeadName(text) ?? '', memory);
  if (tasks !== undefined) return ask(tasks);
  const back = readReturn(text, memory) ?? readAnother(text, memory);
  if (back === undefined) return undefined;
  const asked = back.isOther ? undefined : askedOfPerson(back.words, back.rest, memory);
  if (asked !== undefined) return understand(asked);
  if (back.ref !== undefined) {
    memory.focus = back.ref;
    return understand(back.rest);
  }
  const { focus } = memory;
  return ask({
    topic: 'find',
    words: back.words,
    facet: readFacet(back.rest),
    ...(back.isOther && focus !== undefined
      ? { pick: 'other' as const, beside: mailOf(focus, memory) }
      : {}),
  });
}
