import type { EInvoice } from './e-invoice.ts';
import { parseXml } from './parse-xml.ts';
import { readCii } from './read-cii.ts';
import { readUbl } from './read-ubl.ts';

/** The invoice an XML file states, or null when it is not an electronic invoice that is known. */
export function readEInvoice(xml: Uint8Array): EInvoice | null {
  const document = parseXml(xml);
  if (document === null) return null;
  const invoice = readCii(document) ?? readUbl(document);
  // Without a number and an amount it may be anything that borrows the names.
  return invoice?.number == null || invoice.total_cents === null ? null : invoice;
}

// A file for two readers carries both; the newer one says more.
const preferred = [/^factur-x\.xml$/i, /^xrechnung\.xml$/i, /^zugferd-invoice\.xml$/i];

/** The invoice among the files inside a PDF; where there are several, the newest format's. */
export function readEmbeddedInvoice(
  files: readonly { filename: string; content: Uint8Array }[],
): EInvoice | null {
  const rank = ({ filename }: { filename: string }) => {
    const found = preferred.findIndex((pattern) => pattern.test(filename));
    return found === -1 ? preferred.length : found;
  };
  for (const { filename, content } of files.toSorted((a, b) => rank(a) - rank(b))) {
    const invoice = /\.xml$/i.test(filename) ? readEInvoice(content) : null;
    if (invoice !== null) return invoice;
  }
  return null;
}
