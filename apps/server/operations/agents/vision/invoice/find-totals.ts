import { ROUNDING_CENTS } from '../e-invoice/e-invoice.ts';
import type { Line } from '../layout.ts';
import { type AmountLabel, type AmountRole, readAmountLabel } from './amount-labels.ts';
import type { Amount } from './amounts.ts';

export interface Totals {
  gross: Amount | null;
  net: Amount | null;
  tax: Amount | null;
  /** The tax where it is stated in parts only, by rate. */
  taxCents: number | null;
  /** True: net and tax make the total. False: plainly labelled figures do not. */
  addsUp: boolean | null;
  /** How plainly the total was labelled, 0 to 100 and more. */
  weight: number;
}

interface Candidate {
  cents: number;
  weight: number;
  amount: Amount | null;
}

const MAX_CANDIDATES = 14;
const MAX_PARTS = 50;
const HEADER_LINES = 40;
/** What figures that add up are worth beside words: more than any single label. */
const SUM_BONUS = 60;
const PLAIN_WEIGHT = 55;
/** Sums stand below what they sum up. */
const LATE_BONUS = 10;

/** Total, net and tax: by their labels, and where several could be meant by what adds up. */
export function findTotals(lines: readonly Line[], amounts: readonly Amount[]): Totals {
  const byRole = rateAmounts(lines, amounts);
  const gross = best(byRole.get('gross'));
  const due = best(byRole.get('due')).map((one) => ({ ...one, weight: one.weight - 12 }));
  const grosses = mergeCandidates([...gross, ...due]);
  const nets = mergeCandidates(best(byRole.get('net')));
  const taxes = mergeCandidates(best(byRole.get('tax')));
  const found = bestSum(grosses, nets, taxes);
  if (found !== null) return found;
  return withoutSum({ grosses, nets, taxes }, amounts);
}

function bestSum(grosses: Candidate[], nets: Candidate[], taxes: Candidate[]): Totals | null {
  let chosen: Totals | null = null;
  for (const gross of grosses) {
    for (const net of nets) {
      for (const tax of taxes) {
        if (tax.amount === gross.amount || net.amount === tax.amount) continue;
        const difference = Math.abs(net.cents + tax.cents - gross.cents);
        if (difference > ROUNDING_CENTS || !isTaxOf(net, tax)) continue;
        const isTrivial = tax.cents === 0;
        const bonus = isTrivial ? SUM_BONUS / 4 : SUM_BONUS;
        const weight = gross.weight + (net.weight + tax.weight) / 4 + bonus - difference * 5;
        if (chosen === null || weight > chosen.weight) {
          chosen = {
            gross: gross.amount,
            net: net.amount,
            tax: tax.amount,
            taxCents: tax.cents,
            addsUp: true,
            weight,
          };
        }
      }
    }
  }
  const plainest = grosses[0];
  // A sum by chance must not outweigh a label that could hardly be plainer.
  if (chosen !== null && plainest !== undefined && plainest.weight > chosen.weight) return null;
  return chosen;
}

function withoutSum(
  { grosses, nets, taxes }: Record<'grosses' | 'nets' | 'taxes', Candidate[]>,
  amounts: readonly Amount[],
): Totals {
  const [gross] = grosses;
  const [net] = nets;
  const [tax] = taxes;
  const isPlain = [gross, net, tax].every((one) => (one?.weight ?? 0) >= PLAIN_WEIGHT + 10);
  if (gross === undefined && net !== undefined && tax !== undefined) {
    const sum = amounts.find(({ cents }) => cents === net.cents + tax.cents);
    if (sum !== undefined) {
      const { amount } = tax;
      const weight = 50;
      return {
        gross: sum,
        net: net.amount,
        tax: amount,
        taxCents: tax.cents,
        addsUp: true,
        weight,
      };
    }
  }
  return {
    gross: gross?.amount ?? largest(amounts),
    net: gross === undefined ? null : (net?.amount ?? null),
    tax: gross === undefined ? null : (tax?.amount ?? null),
    taxCents: tax?.cents ?? null,
    addsUp: isPlain && grosses.length + nets.length + taxes.length === 3 ? false : null,
    weight: gross?.weight ?? 5,
  };
}

/** No tax on sales is half of what it is on; equal halves are parts of something else. */
function isTaxOf(net: { cents: number }, tax: { cents: number }): boolean {
  return Math.abs(tax.cents) * 2 < Math.abs(net.cents) && net.cents * tax.cents >= 0;
}

/** Money with its currency on the last page, when no label says more. */
function largest(amounts: readonly Amount[]): Amount | null {
  const money = amounts.filter(({ hasCurrency, decimals }) => hasCurrency && decimals === 2);
  return money.reduce<Amount | null>(
    (most, one) => (most === null || one.cents >= most.cents ? one : most),
    null,
  );
}

function best(candidates: Candidate[] = []): Candidate[] {
  return candidates.toSorted((a, b) => b.weight - a.weight).slice(0, MAX_CANDIDATES);
}

/** One candidate for each value; saying it more than once makes it a little likelier. */
function mergeCandidates(candidates: Candidate[]): Candidate[] {
  const merged = new Map<number, Candidate & { times: number }>();
  for (const candidate of candidates) {
    const before = merged.get(candidate.cents);
    if (before === undefined) merged.set(candidate.cents, { ...candidate, times: 1 });
    else if (before.times < 4) {
      before.times += 1;
      before.weight = Math.max(before.weight, candidate.weight) + 3;
    }
  }
  return [...merged.values()].sort((a, b) => b.weight - a.weight);
}

function rateAmounts(
  lines: readonly Line[],
  amounts: readonly Amount[],
): Map<AmountRole, Candidate[]> {
  const byRole = new Map<AmountRole, Candidate[]>();
  const put = (role: AmountRole, candidate: Candidate) => {
    const list = byRole.get(role);
    if (list === undefined) byRole.set(role, [candidate]);
    else list.push(candidate);
  };
  const headers = new HeaderIndex(lines, amounts);
  const taxParts: Amount[] = [];
  const netParts: Amount[] = [];
  for (const { label, run } of labelledRuns(lines, amounts)) {
    for (const [index, amount] of run.entries()) {
      if (!isMoney(amount, label)) continue;
      const isLast = index === run.length - 1;
      const header = headers.labelAbove(amount);
      const rated = rate(label, header, { isLast, isAlone: run.length === 1 });
      if (rated === null) continue;
      const late = lines.length === 0 ? 0 : (amount.line / lines.length) * LATE_BONUS;
      const integer = amount.decimals === 2 ? 0 : -20;
      put(rated.role, { cents: amount.cents, weight: rated.weight + late + integer, amount });
      if (rated.role === 'tax' && rated.weight <= 60) taxParts.push(amount);
      if (rated.role === 'net' && rated.weight <= 40) netParts.push(amount);
    }
    for (const [role, amount] of rolesBySum(run, label)) {
      const late = (amount.line / lines.length) * LATE_BONUS;
      put(role, { cents: amount.cents, weight: 62 + late, amount });
    }
  }
  putSum(taxParts, 'tax', put);
  putSum(netParts, 'net', put);
  // Businesses that charge no tax state one figure.
  if (!byRole.has('tax')) put('tax', { cents: 0, weight: 5, amount: null });
  return byRole;
}

/** The parts by rate together, for a document that does not add them up itself. */
function putSum(
  parts: Amount[],
  role: AmountRole,
  put: (role: AmountRole, candidate: Candidate) => void,
): void {
  const different = parts
    .slice(0, MAX_PARTS)
    .filter((part, index) => parts.findIndex(({ line }) => line === part.line) === index);
  if (different.length < 2 || different.length > 8) return;
  const cents = different.reduce((sum, part) => sum + part.cents, 0);
  put(role, { cents, weight: 30, amount: null });
}

function isMoney(amount: Amount, label: AmountLabel | null): boolean {
  if (amount.decimals === 2) return true;
  if (amount.decimals !== 0) return false;
  return amount.hasCurrency || (label !== null && label.weight >= 60 && label.role !== 'tax');
}

function rate(
  label: AmountLabel | null,
  header: AmountLabel | null,
  { isLast, isAlone }: { isLast: boolean; isAlone: boolean },
): AmountLabel | null {
  if (label === null) {
    // Under a column's title only: one of the lines, or the sum at its end.
    return header === null ? null : { role: header.role, weight: Math.min(header.weight, 32) };
  }
  if (isAlone) return label;
  // In a row of several, the columns' titles part what the row's label sums up.
  const isSum = label.role === 'gross' && label.weight >= 60;
  if (header !== null && isSum && header.weight >= 50) {
    return { role: header.role, weight: 70 };
  }
  return isLast ? { role: label.role, weight: label.weight - 5 } : null;
}

/** In a row that sums up, the figures of which one is the sum of two others. */
function rolesBySum(run: readonly Amount[], label: AmountLabel | null): [AmountRole, Amount][] {
  const money = run.filter(({ decimals }) => decimals === 2).slice(-6);
  if (money.length < 3 || (label !== null && label.role !== 'gross')) return [];
  const [gross, ...others] = money.toSorted((a, b) => Math.abs(b.cents) - Math.abs(a.cents));
  if (gross === undefined || (label === null && gross !== money.at(-1))) return [];
  for (const net of others) {
    for (const tax of others) {
      if (net === tax || tax.cents === 0 || !isTaxOf(net, tax)) continue;
      if (Math.abs(net.cents + tax.cents - gross.cents) <= 1) {
        return [
          ['gross', gross],
          ['net', net],
          ['tax', tax],
        ];
      }
    }
  }
  return [];
}

interface Run {
  label: AmountLabel | null;
  run: Amount[];
}

/** Amounts of a line that follow each other, with the label to their left. */
function labelledRuns(lines: readonly Line[], amounts: readonly Amount[]): Run[] {
  const runs: Run[] = [];
  let run: Amount[] = [];
  for (const [index, amount] of amounts.entries()) {
    const previous = amounts[index - 1];
    const isNext = previous !== undefined && !hasWordsBetween(lines, previous, amount);
    if (!isNext) {
      run = [];
      runs.push({ label: labelOf(lines, amount), run });
    }
    run.push(amount);
  }
  return runs;
}

const LETTERS = /\p{L}{2}/u;
const CODES_ONLY = /^(?:EUR|USD|GBP|CHF|[\W\d]*)$/u;

function hasWordsBetween(lines: readonly Line[], previous: Amount, amount: Amount): boolean {
  if (previous.line !== amount.line) return true;
  const cells = lines[amount.line]?.cells ?? [];
  for (let cell = previous.cell; cell <= amount.cell; cell += 1) {
    const from = cell === previous.cell ? previous.start + previous.quote.length : 0;
    const to = cell === amount.cell ? amount.start : undefined;
    const text = cells[cell]?.text.slice(from, to) ?? '';
    if (LETTERS.test(text) && readAmountLabel(text) !== null) return true;
  }
  return false;
}

function labelOf(lines: readonly Line[], amount: Amount): AmountLabel | null {
  const cells = lines[amount.line]?.cells ?? [];
  const own = cells[amount.cell]?.text ?? '';
  const behind = own.slice(
    amount.start + amount.quote.length,
    amount.start + amount.quote.length + 12,
  );
  const after = /(?:ttc|tvac|incl|inkl|brutto|ht|excl|netto)\b/iu.exec(behind)?.[0] ?? '';
  let skipped = 0;
  for (let cell = amount.cell; cell >= 0 && skipped < 4; cell -= 1) {
    const text = cell === amount.cell ? own.slice(0, amount.start) : (cells[cell]?.text ?? '');
    if (!LETTERS.test(text) || CODES_ONLY.test(text)) continue;
    const label = readAmountLabel(`${text} ${after}`);
    if (label !== null) return { ...label, weight: label.weight - skipped * 8 };
    skipped += 1;
  }
  return after === '' ? null : readAmountLabel(after);
}

/** Finds the title of the column an amount stands in. */
class HeaderIndex {
  readonly #lines: readonly Line[];
  readonly #withMoney: Set<number>;

  constructor(lines: readonly Line[], amounts: readonly Amount[]) {
    this.#lines = lines;
    this.#withMoney = new Set(
      amounts.filter(({ decimals }) => decimals >= 2).map(({ line }) => line),
    );
  }

  labelAbove(amount: Amount): AmountLabel | null {
    const own = this.#lines[amount.line];
    const first = Math.max(0, amount.line - HEADER_LINES);
    for (let index = amount.line - 1; index >= first; index -= 1) {
      const line = this.#lines[index];
      if (line === undefined || line.page !== own?.page) return null;
      const isTitleRow = line.cells.length >= 2 && !this.#withMoney.has(index);
      if (!isTitleRow && index !== amount.line - 1) continue;
      if (this.#withMoney.has(index)) continue;
      const label = this.#titleOver(line, amount);
      if (label !== null) return label;
    }
    return null;
  }

  #titleOver({ cells, height }: Line, amount: Amount): AmountLabel | null {
    const slack = Math.max(height, 1) * 1.5;
    for (const [index, cell] of cells.entries()) {
      if (cell.left - slack > amount.right || cell.right + slack < amount.left) continue;
      // A wide cell holds several titles; what stands over the amount is the one meant.
      const text = titlePart(cell.text, cell, amount);
      const label = readAmountLabel(text);
      if (label !== null) return label;
      const isLastOver =
        (cells[index + 1]?.left ?? Number.POSITIVE_INFINITY) > amount.right + slack;
      if (isLastOver) return null;
    }
    return null;
  }
}

function titlePart(
  text: string,
  { left, right }: { left: number; right: number },
  amount: Amount,
): string {
  if (text.length < 24) return text;
  const width = (right - left) / text.length;
  const from = Math.max(0, Math.floor((amount.left - left) / width) - 6);
  const to = Math.ceil((amount.right - left) / width) + 6;
  return text.slice(from, to);
}
