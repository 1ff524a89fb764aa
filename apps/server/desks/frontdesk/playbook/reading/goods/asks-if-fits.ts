const SIZE =
  '(?:it|that|this|they|(?:the |a |an |our |my )?(?:petite|standard|full|mini|small(?:er|est)?|big(?:ger|gest)?|large[rst]*)(?: (?:move|one|size|package|tier))?|(?:that|this|the) (?:size|move|package|tier|one))';
const MAYBE = '(?: still| really| even| then| perhaps| maybe| now| also| not)*';

/** Ways to ask whether a size takes the pieces. */
const WAYS = [
  `\\b(?:is|isn't|would|wouldn't|will|are)${MAYBE} ${SIZE}${MAYBE} (?:be |still |then )*(?:the )?(?:right|enough|big enough|large enough|suitable|appropriate|ok(?:ay)?|fine|sufficient|necessary|needed|best|too (?:big|small|large|much|little))\\b`,
  `\\b(?:would|will|does|do|doesn't|wouldn't|could|can|should)${MAYBE} ${SIZE}${MAYBE} (?:do|fit|suit|suffice|work|hold|take|cover)\\b`,
  `\\b(?:do|would|should|must|don't) (?:we|i)${MAYBE} (?:need|have to (?:take|book|have)|take|go for|want) ${SIZE}(?=[ ?]*(?:$|[?]|for (?:that|it|them|this|so)|then|still|or\\b|now))`,
  `\\b(?:fits?|fitting|goes|go|get (?:it|that|them|everything)) (?:in|into|inside) ${SIZE}\\b`,
  `\\b(?:get|put|fit|squeeze|cram|load|pack|stuff|have|take|bring|with)\\b[^.?!]{1,30} (?:in|into|inside|on|with) ${SIZE}\\b`,
  `\\bwhich (?:size|one|move|package|tier)\\b[^.?!]{0,20}\\b(?:right|need|fits?|enough|best|take|suits?)\\b`,
].map((way) => new RegExp(way));

/** "Is the standard still right for that?", of a move whose pieces are known. */
export const asksIfFits = (text: string): boolean =>
  text
    .split(/(?<=[.!?;]) /)
    .some((sentence) => sentence.includes('?') && WAYS.some((way) => way.test(sentence)));
