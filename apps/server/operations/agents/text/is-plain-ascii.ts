const PLAIN = /^[ !"$-_a-}]*$/;

/**
 * Whether a text is printable ASCII on one line, without '#', '`' and '~': nothing of it needs to be
 * replaced for patterns to read it.
 */
export const isPlainAscii = (text: string): boolean => PLAIN.test(text);
