import { Parser } from 'htmlparser2';

const SILENT = new Set(['script', 'style', 'head', 'template', 'noscript', 'title']);
const BLOCKS = new Set(
  'address article br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** The text of an HTML attachment: blocks on lines of their own, table cells apart by a tab. */
export function htmlToPlainText(html: string): string {
  const parts: string[] = [];
  let silent = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (SILENT.has(name)) silent += 1;
        if (BLOCKS.has(name)) parts.push('\n');
      },
      ontext(text) {
        if (silent === 0) parts.push(text.replace(/\s+/g, ' '));
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (BLOCKS.has(name)) parts.push('\n');
        if (name === 'td' || name === 'th') parts.push('\t');
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return parts.join('');
}
