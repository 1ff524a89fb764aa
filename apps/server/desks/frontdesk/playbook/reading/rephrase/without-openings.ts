const PHONE_NUMBER = /(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}\b/g;

/** "That's the 8th, right?" tells it, when more follows. */
const TAG = /,? (?:right|correct|isn'?t it|no|yes|yeah|ok(?:ay)?) ?\?(?= \S)/g;

/** "Change of plans: …", before what is another now. */
const PLANS_CHANGED =
  /^(?:(?:oh|hi|hey|ok|sorry|so|small|little|quick),? )*(?:change of plans?|plans (?:have |just )?changed|(?:we|i)(?:'ve| have)? changed (?:my|our) minds?)(?:[.,:;!-]+| -+) (?=\S)/;

/** "Mrs. Feldman" ends no sentence; "12 Oak Dr." may. */
const TITLE = /(?<!\d (?:[a-z]+ ){1,3})\b(mrs?|ms|dr|prof)\.(?= [a-z])/g;

/** How people begin to speak of something else; it counts nothing. */
const ONE_MORE_THING =
  /^(?:oh,? |and |also,? |ok(?:ay)?,? |just |thanks,? |there'?s )*(?:(?:one|a) (?:more|last|other|final|quick|small) thing|one thing(?= ?(?:[:,;-]|$)))\b(?! (?:to|for|from|i|we)\b)[ ,:;.-]*/;

/** Without what stands around a request: phone numbers, tags, and how people begin to speak of something else. */
export const withoutOpenings = (text: string, isCounted: boolean): string =>
  text
    .replace(PHONE_NUMBER, ' ')
    .replace(TAG, '.')
    .replace(TITLE, '$1')
    .replace(PLANS_CHANGED, 'actually, ')
    .replace(ONE_MORE_THING, (hit) => (isCounted ? hit : ''));
