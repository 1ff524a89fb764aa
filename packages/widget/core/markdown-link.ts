const maxLabelLength = 200;
const maxUrlLength = 2000;

/** `url` in its normal form when it may be a link: https, a listed host, no port and no password; else null. */
export const allowedHref = (url: string, allowedHosts: readonly string[]): string | null => {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  const isPlain = parsed.username === '' && parsed.password === '' && parsed.port === '';
  return parsed.protocol === 'https:' && isPlain && allowedHosts.includes(parsed.hostname)
    ? parsed.href
    : null;
};

/** An address, which may hold pairs of parentheses, spaces around it, and a title nobody sees. */
const destination = /^ *((?:[^\s()]|\([^\s()]*\))*)(?: +(?:"[^"\n]*" *)?)?/;

export type LinkMatch =
  | { kind: 'link'; label: string; url: string; length: number }
  | 'open'
  | null;

/** Reads `[label](url "title")` at the start of `text`; `open` when the text ends before that is decided. */
export const matchLink = (text: string): LinkMatch => {
  const label = /^\[([^[\]\n]*)/.exec(text)?.[1] ?? '';
  if (label.length > maxLabelLength) return null;
  const afterLabel = text.slice(label.length + 1);
  if (afterLabel === '' || afterLabel === ']') return 'open';
  if (!afterLabel.startsWith('](')) return null;
  const reach = afterLabel.slice(2, 2 + maxUrlLength + maxLabelLength);
  const [target = '', url = ''] = destination.exec(reach) ?? [];
  if (url.length > maxUrlLength) return null;
  const afterTarget = afterLabel.slice(2 + target.length);
  if (/^(?:\([^\s()]*|"[^"\n]*)?$/.test(afterTarget)) return 'open';
  if (!afterTarget.startsWith(')')) return null;
  return { kind: 'link', label, url, length: label.length + target.length + 4 };
};
