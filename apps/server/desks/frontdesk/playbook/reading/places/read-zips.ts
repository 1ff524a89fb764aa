import type { Question } from '../../memory.ts';

export interface ZipMention {
  zip: string;
  index: number;
}

/** ZIP codes, and what was given for one where a ZIP code was asked for. */
export function readZips(text: string, asked: Question | undefined): ZipMention[] {
  const zips = [...text.matchAll(/(?<![\d$#.,-]|tt-)\b(\d{5})(?:\s?-\s?(\d{4}))?\b(?![\d-])/g)].map(
    (hit) => ({
      zip: hit[2] === undefined ? (hit[1] ?? '') : `${hit[1]}-${hit[2]}`,
      index: hit.index,
    }),
  );
  if (zips.length > 0) return zips;
  const named = /\bzip(?: ?code)?(?: is| of|:)? ?#?([a-z]{0,3}\d[\w-]{0,9}|abc|xyz)\b/.exec(text);
  if (named?.[1] !== undefined) return [{ zip: named[1], index: named.index }];
  const isAsked = asked === 'zip' || asked === 'pickup_zip' || asked === 'delivery_zip';
  const bare = /^(?:it'?s |it is |to |from )?(\d{3,10})\.?$/.exec(text)?.[1];
  return isAsked && bare !== undefined ? [{ zip: bare, index: 0 }] : [];
}
