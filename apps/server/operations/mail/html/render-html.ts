import { Parser } from 'htmlparser2';
import { WorkerError } from '../../workers/worker-pool.ts';
import { cleanText } from '../clean-text.ts';
import type { HiddenTextCollector } from '../hidden-text.ts';
import type { TextLine } from '../text-line.ts';
import { type Appearance, appearanceOf, isHidden, PAGE } from './appearance.ts';
import { BLOCKS, NEVER_SHOWN, PARAGRAPHS, VOID_BREAKS } from './elements.ts';
import { createLineWriter } from './line-writer.ts';
import { addressOfLink } from './link-address.ts';
import { readStyleSheet, type Selectable, type StyleSheet } from './style-sheet.ts';

/** A comment with fewer words than this is a template's note to its authors. */
const COMMENT_WORDS = 6;
/** Long threads nest some hundred; closing deeper elements takes the parser ever longer. */
const MAX_DEPTH = 2_000;

interface Element extends Selectable {
  look: Appearance;
  quoteDepth: number;
  isSignature: boolean;
  isHidden: boolean;
  /** Its text is no text of the mail: style, script, title. */
  isIgnored: boolean;
  /** Where a link leads, while its text is being read. */
  link: { address: string; text: string } | undefined;
  /** The number of the last item of an ordered list; -1 for other lists. */
  items: number;
}

/**
 * The text that a mail program shows for `html`, in lines: paragraphs, items and table rows apart,
 * links with their address. Text that is not shown goes to `hidden`. One pass without recursion
 * and bounded: `WorkerError` for HTML that is nested deeper, or styled more, than any real mail.
 */
export function renderHtml(html: string, hidden: HiddenTextCollector): TextLine[] {
  const sheet = readStyles(html);
  const writer = createLineWriter();
  const stack: Element[] = [];
  const root: Element = {
    name: '',
    id: '',
    classes: [],
    look: PAGE,
    quoteDepth: 0,
    isSignature: false,
    isHidden: false,
    isIgnored: false,
    link: undefined,
    items: -1,
  };
  const pictures: string[] = [];
  let listDepth = 0;
  let unseen: string[] = [];

  const top = (): Element => stack.at(-1) ?? root;
  const endHidden = (): void => {
    if (unseen.length > 0) hidden.add(unseen.join(''));
    unseen = [];
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      const parent = top();
      const element = openElement({ name, attributes, parent, stack, sheet });
      stack.push(element);
      if (stack.length > MAX_DEPTH) throw tooDeep();
      if (element.isHidden) {
        if (BLOCKS.has(name) || VOID_BREAKS.has(name)) unseen.push(' ');
        return;
      }
      if (element.isIgnored) return;
      if (name === 'br') writer.breakLine(element);
      else if (name === 'hr') writer.endLine();
      else if (name === 'img') {
        if ((attributes.alt ?? '').trim().length > 1) pictures.push(attributes.alt ?? '');
      } else if (name === 'td' || name === 'th') writer.startCell();
      else if (name === 'li') {
        writer.endLine();
        const list = parent;
        if (list.items >= 0) list.items += 1;
        const mark = list.items >= 0 ? `${list.items}. ` : '- ';
        writer.setPrefix('  '.repeat(Math.min(Math.max(0, listDepth - 1), 8)) + mark);
      } else if (name === 'ul' || name === 'ol') {
        listDepth += 1;
        if (listDepth === 1) writer.endParagraph();
        else writer.endLine();
      } else if (isParagraph(name, attributes)) writer.endParagraph();
      else if (name === 'tr') writer.startRow();
      else if (BLOCKS.has(name)) writer.endLine();
    },
    ontext(text) {
      const element = top();
      if (element.isIgnored) return;
      hidden.addConcealed(text);
      if (element.isHidden) {
        unseen.push(text);
        return;
      }
      if (unseen.length > 0 && text.trim() !== '') endHidden();
      const clean = element.look.keepsSpaces ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
      writer.write(clean, element);
      if (element.link !== undefined && element.link.text.length < 500) element.link.text += clean;
    },
    onclosetag(name) {
      const element = stack.pop();
      if (element === undefined || element.isHidden || element.isIgnored) return;
      if (name === 'a' && element.link !== undefined) {
        const address = addressOfLink(element.link.address, element.link.text);
        if (address !== '') writer.write(` <${address}>`, element);
      } else if (name === 'ul' || name === 'ol') {
        listDepth = Math.max(0, listDepth - 1);
        if (listDepth === 0) writer.endParagraph();
        else writer.endLine();
      } else if (PARAGRAPHS.has(name) && !element.classes.includes('MsoNormal')) {
        writer.endParagraph();
      } else if (name === 'td' || name === 'th') writer.endCell();
      else if (name === 'tr' || name === 'table') writer.endRow();
      else if (BLOCKS.has(name)) writer.endLine();
    },
    oncomment(text) {
      const words = wordsOfComment(text);
      if (words !== '') hidden.add(words);
    },
  });
  parser.write(html);
  parser.end();
  endHidden();

  const lines = writer.lines();
  if (lines.some(({ text }) => text.trim() !== '')) return lines;
  // A mail of pictures alone: what they are said to show is what people see of it.
  return pictures
    .slice(0, 50)
    .map((text) => ({ text: cleanText(text).trim(), quoteDepth: 0, isSignature: false }));
}

const tooDeep = (): WorkerError =>
  new WorkerError('too_deep', "The message's HTML is nested more than 2,000 deep.");

function openElement({
  name,
  attributes,
  parent,
  stack,
  sheet,
}: {
  name: string;
  attributes: Record<string, string>;
  parent: Element;
  stack: readonly Element[];
  sheet: StyleSheet | null;
}): Element {
  const classes = splitClasses(attributes.class);
  const element: Element = {
    ...parent,
    name,
    id: attributes.id ?? '',
    classes,
    items:
      name === 'ol' ? Math.max(0, (Number.parseInt(attributes.start ?? '1', 10) || 1) - 1) : -1,
  };
  const rules = sheet?.match(element, stack) ?? [];
  if (rules.length > 0 || Object.keys(attributes).length > 0 || name === 'pre' || name === 'a') {
    element.look = appearanceOf({ parent: parent.look, name, attributes, rules });
  }
  element.isIgnored ||= NEVER_SHOWN.has(name);
  element.isHidden = isHidden(element.look) || name === 'template';
  if (name === 'template') element.look = { ...element.look, isRemoved: true };
  if (name === 'blockquote' && !isIndented(attributes)) element.quoteDepth += 1;
  if (name === 'a' && attributes.href !== undefined) {
    element.link = { address: attributes.href, text: '' };
  }
  element.isSignature ||=
    attributes['data-smartmail'] === 'gmail_signature' ||
    classes.includes('gmail_signature') ||
    classes.includes('moz-signature') ||
    element.id === 'Signature' ||
    element.id === 'ms-outlook-mobile-signature';
  return element;
}

/** Gmail's "indent more" writes a blockquote as well, without a border. */
function isIndented({ style = '', ...attributes }: Record<string, string>): boolean {
  const isQuote = attributes.type === 'cite' || attributes.cite !== undefined;
  return !isQuote && /border(?:-[a-z]{1,9})?:\s{0,9}(?:none|0)/i.test(style.slice(0, 1_000));
}

/** Word writes each line as a paragraph without space around it. */
function isParagraph(name: string, attributes: Record<string, string>): boolean {
  return PARAGRAPHS.has(name) && !splitClasses(attributes.class).includes('MsoNormal');
}

const splitClasses = (names: string | undefined): string[] =>
  names === undefined
    ? []
    : names
        .slice(0, 1_000)
        .split(/\s+/, 30)
        .filter((name) => name !== '');

/** The sentences in a comment, without the markup that is kept from some mail programs by it. */
function wordsOfComment(comment: string): string {
  if (comment.length < 25) return '';
  const text: string[] = [];
  let isStyle = false;
  const parser = new Parser({
    onopentagname(name) {
      if (name === 'style' || name === 'script' || name === 'xml') isStyle = true;
    },
    onclosetag(name) {
      if (name === 'style' || name === 'script' || name === 'xml') isStyle = false;
    },
    ontext(part) {
      if (!isStyle) text.push(part);
    },
  });
  parser.write(comment.slice(0, 20_000).replace(/^\[if [^\]]{0,200}\]>|<!\[endif\]$/g, ''));
  parser.end();
  // Editors leave notes to themselves, in the form of attributes.
  const words =
    text
      .join(' ')
      .replace(/\S{1,50}="[^"]{0,200}"/g, '')
      .match(/\p{L}{2,}/gu) ?? [];
  return words.length >= COMMENT_WORDS ? text.join(' ') : '';
}

/** Rules count wherever their element stands, so they are read first. */
function readStyles(html: string): StyleSheet | null {
  if (!/<style/i.test(html)) return null;
  const css: string[] = [];
  let isStyle = false;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > MAX_DEPTH) throw tooDeep();
      const media = (attributes.media ?? 'all').toLowerCase();
      if (name === 'style') isStyle = media.includes('all') || media.trim() === 'screen';
    },
    ontext(text) {
      if (isStyle) css.push(text);
    },
    onclosetag(name) {
      depth -= 1;
      if (name === 'style') isStyle = false;
    },
  });
  parser.write(html);
  parser.end();
  return readStyleSheet(css.join('\n'));
}
