import { NUMBER_WORDS, readNumber } from '@deskbell/clerk';
import { type Good, UNNAMED } from './goods.ts';
import type { Mention } from './read-mentions.ts';

const OF_THEM = new RegExp(
  `\\b(${NUMBER_WORDS}|\\d{1,2}|half) of (?:them|those|these|the (?:${NUMBER_WORDS}|\\d{1,2})(?! [a-z]+s\\b(?<! (?:goes|stays|comes|is))))(?=$|[ ,.?!;])`,
  'g',
);

/** "Six of them", "half of the 18": a number of the goods that are known, whichever they are. */
export function readOfThem(text: string, goods: readonly Good[]): Mention[] {
  const ordinary = goods.filter(({ isSpecialty }) => !isSpecialty);
  const [only] = goods;
  const meant = ordinary.length > 0 ? ordinary : goods.length === 1 ? goods : [];
  const total = meant.reduce((sum, { number }) => sum + number, 0);
  return [...text.matchAll(OF_THEM)].flatMap(({ 0: hit, 1: word = '', index }) => {
    const number = word === 'half' ? Math.floor(total / 2) : readNumber(word);
    if (number === undefined || number === 0 || number >= total) return [];
    return {
      kind: goods.length === 1 && only !== undefined ? only.kind : UNNAMED,
      name: 'items',
      number,
      isKnown: false,
      isMore: false,
      isSpecialty: false,
      index,
      end: index + hit.length,
    };
  });
}

/** With so many fewer ordinary pieces, of which it is not known which. */
export function fewerOf(goods: readonly Good[], number: number): Good[] {
  const ordinary = goods.filter(({ isSpecialty }) => !isSpecialty);
  const [only] = ordinary;
  const total = ordinary.reduce((sum, good) => sum + good.number, 0);
  if (only === undefined) return goods.map((good) => ({ ...good, number: good.number - number }));
  const left: Good =
    ordinary.length === 1
      ? { ...only, number: only.number - number }
      : { kind: UNNAMED, name: 'items', number: total - number, isSpecialty: false };
  return [left, ...goods.filter(({ isSpecialty }) => isSpecialty)];
}

const SO_MANY_OF_THOSE = new RegExp(
  `\\b(?:make (?:it|that)|send|take|bring|have|need|want|add) (?:just |only )?(${NUMBER_WORDS}|\\d{1,2}) of (?:those|them|these)(?=$|[ ,.!?])`,
);

/** "Make it two of those", of the one thing that was named last. */
export function moreOfThose(text: string, goods: readonly Good[]): Good[] | undefined {
  const number = readNumber(SO_MANY_OF_THOSE.exec(text)?.[1] ?? '');
  const last = goods.at(-1);
  if (number === undefined || last === undefined || goods.length < 2) return undefined;
  return last.number === 1 ? [...goods.slice(0, -1), { ...last, number }] : undefined;
}
