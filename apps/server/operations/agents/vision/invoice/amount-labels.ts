import { fold } from './fold.ts';
import {
  DOCUMENT,
  EXCLUDED,
  INCLUDED,
  OTHER_AMOUNT,
  PAID_BEFORE,
  SUBTOTAL,
  TAX,
  TO_PAY,
  TOTAL,
} from './words.ts';

/** What a label says the amount beside or below it is. */
export type AmountRole = 'gross' | 'due' | 'net' | 'tax' | 'paid' | 'other';

export interface AmountLabel {
  role: AmountRole;
  /** How plainly it says so, 0 to 100. */
  weight: number;
}

const MAX_LABEL = 160;

/** A pattern of whole words for labels that were folded. */
export function words(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${alternatives})(?![\\p{L}])`, 'u');
}

const patterns = {
  tax: words(TAX),
  included: words(INCLUDED),
  excluded: words(EXCLUDED),
  subtotal: words(SUBTOTAL),
  total: words(TOTAL),
  toPay: words(TO_PAY),
  paid: words(PAID_BEFORE),
  other: words(OTHER_AMOUNT),
  document: words(DOCUMENT),
  added: words('zzgl|zuzuglich|plus|add|pius|mas|piu'),
  contained: /^\W{0,3}(?:incl|inkl|inc|darin|davon|enthalten|dont|waarvan|of which|including)/u,
  amount: words(
    'amount|betrag|montant|importe|importo|bedrag|kwota|wartosc|valor|prix|price|prijs|preis|sum',
  ),
  grand: words(
    'grand total|invoice total|total amount|total invoice|total facture|gesamtbetrag|gesamtsumme|rechnungsbetrag|rechnungssumme|endbetrag|endsumme|total general|importe total|totale fattura|factuur totaal|vegosszeg',
  ),
};

const read = new Map<string, AmountLabel | null>();
const MAX_KEPT = 2_000;

/** What a label means for the amount it stands beside; null when it says nothing about money. */
export function readAmountLabel(text: string): AmountLabel | null {
  const label = text.slice(-MAX_LABEL);
  let meaning = read.get(label);
  if (meaning === undefined) {
    meaning = readLabel(label);
    if (read.size >= MAX_KEPT) read.clear();
    read.set(label, meaning);
  }
  return meaning;
}

function readLabel(text: string): AmountLabel | null {
  const label = fold(text)
    .replace(/w\/o/g, 'without')
    .replace(/c\/iva/g, 'incl');
  const has = (name: keyof typeof patterns) => patterns[name].test(label);
  const isTotal = has('total');
  const isTax = has('tax');
  const isExcluded = has('excluded');
  const isIncluded = has('included');
  if (has('toPay')) return { role: 'due', weight: isTotal || has('amount') ? 75 : 70 };
  if (has('paid')) return { role: isTotal ? 'gross' : 'paid', weight: isTotal ? 35 : 60 };
  if (isTax && has('added')) return { role: 'tax', weight: 60 };
  if (isIncluded && isTax && !isTotal && has('contained')) return { role: 'tax', weight: 45 };
  if (isExcluded && !isIncluded)
    return { role: 'net', weight: isTotal || has('subtotal') ? 80 : 55 };
  if (isIncluded && !isExcluded)
    return { role: 'gross', weight: isTotal || has('grand') ? 90 : 60 };
  if (has('subtotal')) return { role: 'net', weight: 45 };
  if (isTax) return { role: 'tax', weight: isTotal ? 80 : 60 };
  if (has('grand')) return { role: 'gross', weight: 80 };
  if (has('other')) return { role: 'other', weight: 50 };
  if (isTotal) return { role: 'gross', weight: 65 };
  if (has('amount')) return { role: 'gross', weight: has('document') ? 60 : 12 };
  return null;
}
