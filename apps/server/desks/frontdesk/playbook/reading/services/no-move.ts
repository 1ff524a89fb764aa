/** "No need for a move", "not as a mini move", of pieces that were priced as one. */
const NO_MOVE =
  /\b(?:no need for|(?:don'?t|do not) (?:need|want|like)|no longer need|forget(?: about)?|skip|no|not(?: as| by| with)? (?:a|the)|without|instead of|rather than)\b (?:a |the |any |my |our )?(?:whole |mini[- ]?|petite |standard |full )?moves?\b(?! (?:date|day|needs?))/;
const EVERY_NO_MOVE = new RegExp(NO_MOVE, 'g');

/** A message without the move that it does not want. */
export const withoutMove = (text: string): string => text.replace(EVERY_NO_MOVE, ' ');

export const wantsNoMove = (text: string): boolean => NO_MOVE.test(text);
