/** As patterns see it: lower case, plain quotes and dashes, at the same length. */
export const plain = (text: string): string =>
  text
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s/g, ' ');
