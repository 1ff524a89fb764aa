import type { ReviewStatus } from '../../../../../operations/tables.ts';

const UNDECIDED =
  /\b(?:nobody|no one|no-one|none of us|hasn't|haven't|isn't|aren't|wasn't|not|never|without) (?:\w+ ){0,3}(?:decid|resolv|handl|clos|look|check|approv|reject|sign|done)\w*/;

/** "Approved or not", "decided or not": those that wait are wanted as well. */
const DECIDED_OR_NOT =
  /\b(?:decided|approved|rejected|closed|pending|open|resolved),? (?:or|and) (?:not|undecided|pending|open|decided|closed|resolved)\b/;
const NOT_APPROVED =
  /(?:\b(?:not|never|nobody|no one)|n't) (?:yet |been |has |have |ever )*(?:approved?|signed off|green-?lit|decided)\b|\bunapproved\b/;
const NOT_REJECTED =
  /\b(?:not|never|n't) (?:yet |been |has |have |ever )*(?:rejected|declined|turned down|dismissed)\b/;

/** What happened to a review; pending ones are meant when nothing is said. */
export function readReviewStatus(text: string): ReviewStatus[] {
  if (/\bpending or rejected\b/.test(text)) return ['pending', 'rejected'];
  if (/\bpending or approved\b/.test(text)) return ['pending', 'approved'];
  if (DECIDED_OR_NOT.test(text)) return ['pending', 'approved', 'rejected'];
  if (NOT_REJECTED.test(text)) return NOT_APPROVED.test(text) ? [] : ['pending', 'approved'];
  if (NOT_APPROVED.test(text)) return [];
  const isBoth =
    /\b(?:decided|closed|resolved|handled|past|previous|history|earlier|done|completed|finished)\b/.test(
      text,
    ) &&
    !/\b(?:un|not |to be |be )decided\b/.test(text) &&
    !UNDECIDED.test(text);
  if (
    /\b(?:did|has|have) (?:\w+ ){1,3}(?:decided?) (?:on |about |over )?(?:a |any |the |some )?reviews?\b/.test(
      text,
    )
  ) {
    return ['approved', 'rejected'];
  }
  const isApproved =
    /\b(?:approve(?:d|s)?|signed off|green-?lit)\b/.test(text) &&
    !/\b(?:to (?:be )?approved?|be approved)\b/.test(text);
  const isRejected =
    /\b(?:reject(?:ed|s)?|decline[ds]?|turn(?:ed)? down|den(?:y|ied)|dismissed)\b/.test(text) &&
    !/\bto (?:be )?reject/.test(text);
  if (isApproved || isRejected) {
    return [
      ...(isApproved ? (['approved'] as const) : []),
      ...(isRejected ? (['rejected'] as const) : []),
    ];
  }
  return isBoth ? ['approved', 'rejected'] : [];
}
