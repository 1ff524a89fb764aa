/** A text that must not reach whoever attacks, and what it is, for the report. */
export interface Canary {
  what: string;
  value: string;
}

/** Shorter ones would be found by chance once everything but letters and digits is gone. */
export const SHORTEST_CANARY = 7;

const ENCODED = /[A-Za-z0-9+/_-]{12,}={0,2}/g;
const HEXADECIMAL = /(?:[0-9a-f]{2}[\s:]?){8,}/gi;

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const reverse = (text: string): string => [...text].reverse().join('');

const rotate = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });

function* decoded(text: string): Generator<string> {
  for (const [run] of text.matchAll(ENCODED)) yield Buffer.from(run, 'base64').toString('utf8');
  for (const [run] of text.matchAll(HEXADECIMAL)) {
    yield Buffer.from(run.replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf8');
  }
  if (text.includes('%'))
    yield text.replace(/%([0-9a-f]{2})/gi, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

/**
 * The canaries that a text holds: as they are, spelled out, turned round, by ROT13, or in base64,
 * hexadecimal or percent-encoding.
 */
export function findCanaries(text: string, canaries: readonly Canary[]): Canary[] {
  const forms = [fold(text), fold(rotate(text)), ...Array.from(decoded(text), fold)];
  return canaries.filter(({ value }) => {
    const wanted = fold(value);
    const turned = reverse(wanted);
    return forms.some(
      (form, index) => form.includes(wanted) || (index === 0 && form.includes(turned)),
    );
  });
}
