/** Red, green, blue, 0 to 255, and how opaque, 0 to 1. */
export type Colour = readonly [number, number, number, number];

const NAMED: Record<string, string> = {
  white: 'ffffff',
  black: '000000',
  snow: 'fffafa',
  ivory: 'fffff0',
  azure: 'f0ffff',
  mintcream: 'f5fffa',
  ghostwhite: 'f8f8ff',
  floralwhite: 'fffaf0',
  aliceblue: 'f0f8ff',
  whitesmoke: 'f5f5f5',
  seashell: 'fff5ee',
  gainsboro: 'dcdcdc',
  lightgray: 'd3d3d3',
  lightgrey: 'd3d3d3',
  silver: 'c0c0c0',
  gray: '808080',
  grey: '808080',
  red: 'ff0000',
  green: '008000',
  lime: '00ff00',
  blue: '0000ff',
  navy: '000080',
  yellow: 'ffff00',
  orange: 'ffa500',
  purple: '800080',
  maroon: '800000',
  teal: '008080',
  aqua: '00ffff',
  cyan: '00ffff',
  fuchsia: 'ff00ff',
  magenta: 'ff00ff',
  olive: '808000',
  darkblue: '00008b',
  darkred: '8b0000',
  darkgreen: '006400',
  pink: 'ffc0cb',
  gold: 'ffd700',
};

/** A CSS or HTML colour; null when it is none that is known here. */
export function readColour(text: string): Colour | null {
  const value = text.trim().toLowerCase();
  if (value === 'transparent') return [0, 0, 0, 0];
  const digits = value.startsWith('#') ? value.slice(1) : (NAMED[value] ?? value);
  if (/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return fromHex(digits);
  const call = /^(rgba?|hsla?)\(([^()]{1,80})\)$/.exec(value);
  if (call === null) return null;
  const numbers = (call[2] ?? '').split(/[\s,/]+/).filter((part) => part !== '');
  const [first = '', second = '', third = '', alpha] = numbers;
  const opacity = alpha === undefined ? 1 : amount(alpha, 1);
  const colour: Colour = call[1]?.startsWith('hsl')
    ? [...fromHsl(Number.parseFloat(first), amount(second, 1), amount(third, 1)), opacity]
    : [amount(first, 255), amount(second, 255), amount(third, 255), opacity];
  return colour.every(Number.isFinite) ? colour : null;
}

/** Whether text of the one colour on the other can hardly be told from it. */
export function looksAlike(text: Colour, background: Colour): boolean {
  if (text[3] < 0.05) return true;
  return [0, 1, 2].every((index) => {
    const behind = background[index] ?? 0;
    const mixed = (text[index] ?? 0) * text[3] + behind * (1 - text[3]);
    return Math.abs(mixed - behind) <= 12;
  });
}

function fromHex(digits: string): Colour {
  const pairs =
    digits.length <= 4 ? Array.from(digits, (digit) => digit + digit) : digits.match(/../g);
  const [red = 0, green = 0, blue = 0, alpha = 255] = (pairs ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  );
  return [red, green, blue, alpha / 255];
}

/** '50%' of `whole`, or the number as it is. */
function amount(text: string, whole: number): number {
  const number = Number.parseFloat(text);
  return text.endsWith('%') ? (number / 100) * whole : number;
}

function fromHsl(hue: number, saturation: number, lightness: number): [number, number, number] {
  const part = (offset: number): number => {
    const k = (offset + (((hue % 360) + 360) % 360) / 30) % 12;
    const swing = saturation * Math.min(lightness, 1 - lightness);
    return (lightness - swing * Math.max(-1, Math.min(k - 3, 9 - k, 1))) * 255;
  };
  return [part(0), part(8), part(4)];
}
