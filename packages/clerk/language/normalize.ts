/**
 * Plain quotes and dashes, single spaces, no control characters. Cut at 2,000 characters: nobody
 * asks a question longer than that, and work must stay bounded.
 */
export function plainText(text: string): string {
  return text
    .slice(0, 2000)
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\u2192/g, ' to ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** Plain text in lower case: what every reader of words takes. */
export const normalize = (text: string): string => plainText(text).toLowerCase().trim();
