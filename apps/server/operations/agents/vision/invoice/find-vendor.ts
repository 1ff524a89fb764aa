import type { Line } from '../layout.ts';
import { words } from './amount-labels.ts';
import { fold } from './fold.ts';

const seller =
  /^(?:sold by|seller|vendor|supplier|from|issued by|verkaufer|lieferant|rechnungssteller|rechnungsersteller|vendeur|fournisseur|emetteur|verkoper|leverancier|vendedor|proveedor|emisor|venditore|fornitore|cedente|sprzedawca|dodavatel|prodavac|saljare|salgare|myyja)\s*(?::\s*|$)/u;
const buyer = words(
  'bill(?:ed)? to|sold to|ship(?:ped)? to|invoice to|customer|buyer|kaufer|kunde|rechnungsempfanger|client|acheteur|cliente|klant|koper|nabywca|odberatel|attn|account number|billing address|delivery address|shipping address|adresse de livraison|factuuradres|afleveradres',
);
const legalForm =
  /(?<![\p{L}])(?:GmbH|AG|KG|OHG|UG|e\.K\.|Ltd\.?|Limited|LLC|L\.L\.C\.|Inc\.?|Corp\.?|Corporation|LLP|PLC|S\.?A\.?R\.?L\.?|SAS|S\.A\.S\.|S\.A\.|SA|EURL|SASU|B\.?V\.?|N\.?V\.?|BVBA|S\.?r\.?l\.?|S\.?p\.?A\.?|S\.?L\.?U?\.?|Sp\. ?z ?o\.? ?o\.?|s\.r\.o\.|a\.s\.|Kft\.?|Oy|AB|ApS|A\/S|AS|d\.o\.o\.|Pvt\.? Ltd\.?|Pty\.? Ltd\.?)(?![\p{L}])/u;

const MAX_NAME = 120;
const HEAD_LINES = 25;

/**
 * Who sends the invoice: a labelled name, else the name with a legal form that stands above the
 * receiver's or is repeated. Null rather than a guess.
 */
export function findVendor(lines: readonly Line[]): string | null {
  return labelledVendor(lines) ?? companyVendor(lines);
}

function labelledVendor(lines: readonly Line[]): string | null {
  for (const [index, { cells }] of lines.slice(0, HEAD_LINES * 3).entries()) {
    for (const [position, { text, left, right }] of cells.entries()) {
      const label = seller.exec(fold(text));
      if (label === null) continue;
      const own = nameIn(text.slice(label[0].length));
      if (own !== null && (/:\s*$/.test(label[0]) || legalForm.test(own))) return own;
      if (own !== null) continue;
      const beside = nameIn(cells[position + 1]?.text ?? '');
      if (beside !== null && legalForm.test(beside)) return beside;
      for (const line of lines.slice(index + 1, index + 6)) {
        const below = line.cells.find((cell) => cell.left <= right && cell.right >= left);
        const name = nameIn(below?.text ?? '');
        if (name !== null && legalForm.test(name)) return name;
      }
    }
  }
  return null;
}

function companyVendor(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>();
  let isBuyers = false;
  for (const [index, { cells }] of lines.entries()) {
    for (const { text } of cells) {
      if (buyer.test(fold(text.slice(0, 80)))) isBuyers = true;
      const name = legalForm.test(text) ? nameIn(text) : null;
      if (name === null) continue;
      const weight = index < HEAD_LINES && !isBuyers ? 2 : 1;
      counts.set(name, (counts.get(name) ?? 0) + weight);
    }
    if (index > 6) isBuyers = false;
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= 2 ? first[0] : null;
}

/** A name at the start of a text, up to where an address or a sentence goes on. */
function nameIn(text: string): string | null {
  const part = text.split(/ [-–•●|·] |, ?(?=\d|\p{Lu}\p{Ll})|: | \/ /u)[0]?.trim() ?? '';
  const name = part.replace(/^[:\s]+|[,;:\s]+$/g, '');
  if (name.length < 3 || name.length > MAX_NAME || !/\p{L}{2}/u.test(name)) return null;
  return name.split(' ').length > 9 ? null : name;
}
