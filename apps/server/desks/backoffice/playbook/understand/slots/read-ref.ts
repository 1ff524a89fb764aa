/** A record somebody pasted or typed: its kind when it was said, and its id as the tools take it. */
export interface RefMention {
  kind?: 'email' | 'execution' | 'task';
  id: string;
  index: number;
  length: number;
}

const WHOLE = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const REF = new RegExp(
  `\\[?\\b(?:(email|execution|task)(?:: ?| +#?|#))?(${WHOLE}|[0-9a-f]{12})(?![0-9a-z])\\]?`,
  'g',
);

/** The refs in a normalised text, in any form the tools take. */
export function readRefs(text: string): RefMention[] {
  return [...text.matchAll(REF)].map((hit) => {
    const [all, kind, id = ''] = hit;
    const place = { index: hit.index, length: all.length };
    if (kind === undefined) return { id, ...place };
    return { kind: kind as 'email', id: `[${kind}:${id}]`, ...place };
  });
}
