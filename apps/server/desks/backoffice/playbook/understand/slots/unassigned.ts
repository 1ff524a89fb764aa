const NOBODY = '(?:nobody|no one|no-one)';
const UNASSIGNED: readonly RegExp[] = [
  /\b(?:un-?assigned|unowned|ownerless|up for grabs|without (?:an )?(?:assignee|owner)|no (?:assignee|owner))\b/,
  /\b(?:nobody'?s|no one'?s)\b/,
  new RegExp(
    `\\b${NOBODY} (?:has(?! (?:started|begun|begin|done|finished|touched|worked|looked|completed|closed|dealt)\\b)|owns?|is on|took|takes|picked up)`,
  ),
  new RegExp(
    `\\b(?:have|has|with|have got) ${NOBODY}(?: (?:on (?:them|it)|assigned(?: to (?:them|it))?))?\\b`,
  ),
  new RegExp(`\\b(?:not|${NOBODY} is) assigned(?! to)`),
];

/** Whether only tasks that nobody has are wanted. */
export const isUnassigned = (text: string): boolean =>
  UNASSIGNED.some((pattern) => pattern.test(text));
