import { type Colour, looksAlike, readColour } from './colour.ts';
import { type Declaration, type Declarations, readDeclarations } from './declarations.ts';

/** How text inside an element looks, as far as it decides whether somebody sees it. */
export interface Appearance {
  /** Nothing inside is shown, whatever it says of itself. */
  isRemoved: boolean;
  /** `visibility`; something inside may be visible again. */
  isInvisible: boolean;
  opacity: number;
  fontPx: number;
  /** Null: not known. */
  colour: Colour | null;
  background: Colour | null;
  keepsSpaces: boolean;
}

export const PAGE: Appearance = {
  isRemoved: false,
  isInvisible: false,
  opacity: 1,
  fontPx: 16,
  colour: [0, 0, 0, 1],
  background: [255, 255, 255, 1],
  keepsSpaces: false,
};

/** Font sizes up to this are not read by anybody. */
const UNREADABLE_PX = 1.5;
/** Nobody's layout moves text that far for another reason. */
const FAR_PX = -400;

export function isHidden(look: Appearance): boolean {
  return (
    look.isRemoved ||
    look.isInvisible ||
    look.opacity <= 0.05 ||
    look.fontPx <= UNREADABLE_PX ||
    (look.colour !== null && look.background !== null && looksAlike(look.colour, look.background))
  );
}

/**
 * An element's appearance from its parent's, its attributes and the rules of the style sheet for
 * it, weakest first.
 */
export function appearanceOf({
  parent,
  name,
  attributes,
  rules,
}: {
  parent: Appearance;
  name: string;
  attributes: Record<string, string>;
  rules: readonly Declarations[];
}): Appearance {
  const style = cascade(rules, attributes.style);
  const value = (property: string): string => style.get(property)?.value ?? '';
  const look = { ...parent };
  if (name === 'a') look.colour = null;
  if (name === 'pre') look.keepsSpaces = true;

  look.fontPx = fontSize(value('font-size') || sizeInFont(value('font')), parent.fontPx);
  const { background, colour } = coloursOf({ look, attributes, value });
  look.background = background;
  look.colour = colour;
  const visibility = value('visibility');
  if (visibility !== '') look.isInvisible = visibility === 'hidden' || visibility === 'collapse';
  const opacity = value('opacity');
  if (opacity !== '') {
    const number = Number.parseFloat(opacity) / (opacity.endsWith('%') ? 100 : 1);
    if (number >= 0) look.opacity = parent.opacity * Math.min(1, number);
  }
  const space = value('white-space');
  if (space !== '') look.keepsSpaces = space.startsWith('pre');
  look.isRemoved =
    parent.isRemoved ||
    'hidden' in attributes ||
    value('display') === 'none' ||
    value('mso-hide') === 'all' ||
    isMovedAway(value, look.fontPx) ||
    isClosed(value, look.fontPx);
  return look;
}

/** The strongest declaration of each property. */
function cascade(rules: readonly Declarations[], attribute: string | undefined): Declarations {
  const inline = attribute === undefined ? [] : [readDeclarations(attribute)];
  if (rules.length === 0 && inline[0] !== undefined) return inline[0];
  const winning = new Map<string, Declaration>();
  for (const declarations of [...rules, ...inline]) {
    for (const [property, declaration] of declarations) {
      const isBeaten = winning.get(property)?.isImportant === true && !declaration.isImportant;
      if (!isBeaten) winning.set(property, declaration);
    }
  }
  return winning;
}

function coloursOf({
  look,
  attributes,
  value,
}: {
  look: Appearance;
  attributes: Record<string, string>;
  value: (property: string) => string;
}): Pick<Appearance, 'background' | 'colour'> {
  let { background, colour } = look;
  const behind = value('background-color') || value('background') || (attributes.bgcolor ?? '');
  if (behind !== '') background = backgroundOf(behind, background);
  const hasPicture =
    'background' in attributes || /url\(|gradient\(/.test(value('background-image'));
  if (hasPicture) background = null;
  const named =
    value('-webkit-text-fill-color') ||
    value('color') ||
    (attributes.color ?? attributes.text ?? '');
  if (named !== '' && named !== 'inherit') colour = readColour(named);
  return { background, colour };
}

function backgroundOf(value: string, behind: Colour | null): Colour | null {
  if (/url\(|gradient\(|image\(/.test(value)) return null;
  const whole = readColour(value);
  const colour =
    whole ??
    value
      .split(/\s+/, 10)
      .map(readColour)
      .find((read) => read !== null) ??
    null;
  if (colour === null) return /^(?:none|inherit|initial|unset)\b/.test(value) ? behind : null;
  if (colour[3] < 0.05) return behind;
  return colour[3] > 0.95 ? colour : null;
}

function fontSize(value: string, parentPx: number): number {
  if (value === '') return parentPx;
  return (
    lengthPx(value, parentPx) ?? (/^(?:xx?-)?(?:small|large)|medium$/.test(value) ? 14 : parentPx)
  );
}

const sizeInFont = (font: string): string =>
  /(?:^|\s)(\d{0,4}\.?\d{1,4}(?:px|pt|em|rem|%))(?:\/|\s)/.exec(font.slice(0, 200))?.[1] ?? '';

/** Null: not a length. Percentages are of `emPx`, which suits font sizes only. */
function lengthPx(value: string, emPx: number): number | null {
  const match = /^([+-]?\d{0,9}\.?\d{0,9})(px|pt|pc|em|rem|ex|ch|in|cm|mm|%|vw|vh)?$/.exec(value);
  const number = Number.parseFloat(match?.[1] ?? '');
  if (match === null || Number.isNaN(number)) return null;
  const unit = match[2] ?? 'px';
  const factors: Record<string, number> = {
    px: 1,
    pt: 4 / 3,
    pc: 16,
    em: emPx,
    rem: 16,
    ex: emPx / 2,
    ch: emPx / 2,
    in: 96,
    cm: 37.8,
    mm: 3.78,
    '%': emPx / 100,
    vw: 12,
    vh: 8,
  };
  return number * (factors[unit] ?? 1);
}

function isMovedAway(value: (property: string) => string, emPx: number): boolean {
  const far = (property: string): boolean => (lengthPx(value(property), emPx) ?? 0) <= FAR_PX;
  if (far('text-indent') || far('margin-left') || far('margin-top')) return true;
  if (value('margin') !== '') {
    const [top = '', right = '', , left = right] = value('margin').split(/\s+/, 4);
    if ((lengthPx(top, emPx) ?? 0) <= FAR_PX || (lengthPx(left, emPx) ?? 0) <= FAR_PX) return true;
  }
  if (/scale\(\s*0(?:\.0\d*)?\s*[,)]|translate[xy]?\(\s*-\d{4}/.test(value('transform')))
    return true;
  const position = value('position');
  if (position === '' || position === 'static') return false;
  const beyond = (property: string): boolean => (lengthPx(value(property), emPx) ?? 0) >= 5_000;
  return (
    far('left') ||
    far('top') ||
    far('right') ||
    far('bottom') ||
    beyond('left') ||
    beyond('top') ||
    /^rect\(\s*(?:0|1px)/.test(value('clip'))
  );
}

/** A box without room that shows nothing of what runs over its edge. */
function isClosed(value: (property: string) => string, emPx: number): boolean {
  if (/inset\(\s*(?:100|[5-9]\d)%/.test(value('clip-path'))) return true;
  const overflow = `${value('overflow')} ${value('overflow-x')} ${value('overflow-y')}`;
  if (!/hidden|clip|scroll|auto/.test(overflow)) return false;
  return ['width', 'height', 'max-width', 'max-height'].some((property) => {
    const size = value(property);
    if (size === '' || size.endsWith('%')) return size === '0%';
    const px = lengthPx(size, emPx);
    return px !== null && px <= UNREADABLE_PX;
  });
}
