/** Properties by which text can be kept from being seen. */
const READ = new Set([
  'background',
  'background-color',
  'background-image',
  'border',
  'bottom',
  'clip',
  'clip-path',
  'color',
  'display',
  'font',
  'font-size',
  'height',
  'left',
  'margin',
  'margin-left',
  'margin-top',
  'max-height',
  'max-width',
  'mso-hide',
  'opacity',
  'overflow',
  'overflow-x',
  'overflow-y',
  'position',
  'right',
  'text-indent',
  'top',
  'transform',
  'visibility',
  'white-space',
  'width',
  '-webkit-text-fill-color',
]);
const MAX_LENGTH = 10_000;

export interface Declaration {
  value: string;
  isImportant: boolean;
}

/** The declarations of a style attribute or a rule's block that matter here, by property. */
export type Declarations = Map<string, Declaration>;

/** Never throws; what is malformed is left out, as browsers do. Linear in the text's length. */
export function readDeclarations(css: string): Declarations {
  const read: Declarations = new Map();
  for (const part of splitDeclarations(unescapeCss(withoutCssComments(css.slice(0, MAX_LENGTH))))) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const property = part.slice(0, colon).trim().toLowerCase();
    if (!READ.has(property)) continue;
    const words = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const bang = words.lastIndexOf('!');
    const isImportant = bang >= 0 && words.slice(bang + 1).trim() === 'important';
    const value = isImportant ? words.slice(0, bang).trim() : words;
    if (value === '') continue;
    if (read.get(property)?.isImportant === true && !isImportant) continue;
    read.set(property, { value, isImportant });
  }
  return read;
}

export function withoutCssComments(css: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = css.indexOf('/*', from);
    if (start < 0) return kept + css.slice(from);
    kept += `${css.slice(from, start)} `;
    const end = css.indexOf('*/', start + 2);
    if (end < 0) return kept;
    from = end + 2;
  }
}

function unescapeCss(css: string): string {
  if (!css.includes('\\')) return css;
  return css.replace(/\\(?:([0-9a-f]{1,6})[ \t\n]?|([^\n]))/gi, (_, digits, character) => {
    if (digits === undefined) return String(character);
    const code = Number.parseInt(String(digits), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** At semicolons outside brackets and quotes. */
function splitDeclarations(css: string): string[] {
  if (!/[("']/.test(css)) return css.split(';');
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let quote = '';
  for (let index = 0; index < css.length; index += 1) {
    const character = css[index] ?? '';
    if (quote !== '') {
      if (character === quote || character === '\n') quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ';' && depth === 0) {
      parts.push(css.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(css.slice(start));
  return parts;
}
