import { WorkerError } from '../../workers/worker-pool.ts';
import { type Declarations, readDeclarations, withoutCssComments } from './declarations.ts';

const MAX_CSS = 1_000_000;
/** Rules of more than one mark, which cost a comparison or a walk for each element. */
const MAX_COMPOUND_RULES = 3_000;
const MAX_WALK = 50;

/** An element as selectors see it. */
export interface Selectable {
  name: string;
  id: string;
  classes: readonly string[];
}

interface Compound {
  name: string;
  id: string;
  classes: string[];
}

interface Rule {
  /** From the outermost ancestor to the element itself. */
  compounds: Compound[];
  specificity: number;
  order: number;
  declarations: Declarations;
}

export interface StyleSheet {
  /** The rules' declarations for an element, in the order in which they win, weakest first. */
  match(element: Selectable, ancestors: readonly Selectable[]): Declarations[];
}

/**
 * Reads the style elements of a mail: type, class, id and descendant selectors, which is what mail
 * programs take. Rules for certain media only (small screens, print) are left out: a mail is read
 * here as on a large screen. Malformed rules are left out. Throws `WorkerError` when there is more
 * than any real mail has: leaving rules out would show what they hide.
 */
export function readStyleSheet(css: string): StyleSheet | null {
  if (css.length > MAX_CSS) throw tooLarge();
  const byKey = new Map<string, Rule[]>();
  let order = 0;
  let compoundRules = 0;
  for (const { selectors, block } of blocksOf(withoutCssComments(css))) {
    const declarations = readDeclarations(block);
    if (declarations.size === 0) continue;
    for (const selector of selectors.split(',')) {
      const compounds = readSelector(selector);
      const last = compounds?.at(-1);
      if (compounds === null || last === undefined) continue;
      order += 1;
      const key = keyOf(last);
      const rules = byKey.get(key) ?? [];
      byKey.set(key, rules);
      const rule = { compounds, specificity: specificityOf(compounds), order, declarations };
      if (compounds.length === 1 && isOneMark(last)) {
        addOneMark(rules, rule);
        continue;
      }
      rules.push(rule);
      compoundRules += 1;
      if (compoundRules > MAX_COMPOUND_RULES) throw tooLarge();
    }
  }
  if (byKey.size === 0) return null;

  return {
    match(element, ancestors) {
      const keys = [element.name, '*', ...element.classes.map((name) => `.${name}`)];
      if (element.id !== '') keys.push(`#${element.id}`);
      const matching = keys
        .flatMap((key) => byKey.get(key) ?? [])
        .filter(({ compounds }) => matches(compounds, element, ancestors));
      if (matching.length > 1) {
        matching.sort((a, b) => a.specificity - b.specificity || a.order - b.order);
      }
      return matching.map(({ declarations }) => declarations);
    },
  };
}

const tooLarge = (): WorkerError =>
  new WorkerError('too_large', "The message's style sheet is larger than any real one.");

const isOneMark = ({ name, id, classes }: Compound): boolean =>
  classes.length + (id === '' ? 0 : 1) + (name === '' ? 0 : 1) <= 1;

/** Rules of one and the same mark are one rule, however many there are. */
function addOneMark(rules: Rule[], rule: Rule): void {
  const first = rules[0];
  if (first === undefined || first.compounds.length > 1 || first.specificity !== rule.specificity) {
    rules.unshift({ ...rule, declarations: new Map(rule.declarations) });
    return;
  }
  for (const [property, declaration] of rule.declarations) {
    const isBeaten = first.declarations.get(property)?.isImportant && !declaration.isImportant;
    if (isBeaten !== true) first.declarations.set(property, declaration);
  }
}

/** Rules at the top and in @media blocks that hold on every screen. */
function* blocksOf(css: string): Generator<{ selectors: string; block: string }> {
  let start = 0;
  let depth = 0;
  /** Depth of the block whose rules do not count. */
  let skipped = 0;
  let selectors = '';
  for (let index = 0; index < css.length; index += 1) {
    const character = css[index];
    if (character === ';' && (depth === 0 || selectors === '')) start = index + 1;
    else if (character === '{') {
      const prelude = css.slice(start, index).replaceAll('<!--', '').replaceAll('-->', '').trim();
      depth += 1;
      start = index + 1;
      if (skipped > 0) continue;
      if (!prelude.startsWith('@')) selectors = prelude;
      else if (!isForEveryScreen(prelude)) skipped = depth;
      else selectors = '';
    } else if (character === '}') {
      if (skipped === 0 && selectors !== '') yield { selectors, block: css.slice(start, index) };
      if (skipped === depth) skipped = 0;
      depth = Math.max(0, depth - 1);
      selectors = '';
      start = index + 1;
    }
  }
  // Browsers close at the end what was left open.
  if (skipped === 0 && selectors !== '') yield { selectors, block: css.slice(start) };
}

function isForEveryScreen(prelude: string): boolean {
  const words = prelude.toLowerCase().split(/\s+/, 4);
  return words.length === 2 && words[0] === '@media' && /^(?:screen|all)$/.test(words[1] ?? '');
}

/** Null: a selector that says more than is read here. */
function readSelector(selector: string): Compound[] | null {
  const text = selector.trim();
  if (text.length === 0 || text.length > 300 || /[+~:[\]|&\\]/.test(text)) return null;
  const compounds: Compound[] = [];
  // A child is a descendant: taken a little wider than it is meant.
  for (const word of text.split(/[\s>]+/).filter((part) => part !== '')) {
    const match = /^([a-z][a-z0-9-]*|\*)?((?:[.#][\w-]+)*)$/i.exec(word);
    if (match === null) return null;
    const marks = (match[2] ?? '').match(/[.#][\w-]+/g) ?? [];
    compounds.push({
      name: (match[1] ?? '').replace('*', '').toLowerCase(),
      id: marks.find((mark) => mark.startsWith('#'))?.slice(1) ?? '',
      classes: marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1)),
    });
  }
  return compounds;
}

function keyOf({ name, id, classes }: Compound): string {
  if (id !== '') return `#${id}`;
  if (classes[0] !== undefined) return `.${classes[0]}`;
  return name === '' ? '*' : name;
}

function specificityOf(compounds: readonly Compound[]): number {
  return compounds.reduce(
    (sum, { name, id, classes }) =>
      sum + (id === '' ? 0 : 10_000) + classes.length * 100 + (name === '' ? 0 : 1),
    0,
  );
}

function matches(
  compounds: readonly Compound[],
  element: Selectable,
  ancestors: readonly Selectable[],
): boolean {
  let wanted = compounds.length - 1;
  if (!fits(compounds[wanted], element)) return false;
  wanted -= 1;
  const end = Math.max(0, ancestors.length - MAX_WALK);
  for (let index = ancestors.length - 1; index >= end && wanted >= 0; index -= 1) {
    const ancestor = ancestors[index];
    if (ancestor !== undefined && fits(compounds[wanted], ancestor)) wanted -= 1;
  }
  return wanted < 0;
}

function fits(compound: Compound | undefined, { name, id, classes }: Selectable): boolean {
  return (
    compound !== undefined &&
    (compound.name === '' || compound.name === name) &&
    (compound.id === '' || compound.id === id) &&
    compound.classes.every((wanted) => classes.includes(wanted))
  );
}
