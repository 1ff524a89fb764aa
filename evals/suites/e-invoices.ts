import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEmbeddedInvoice } from '../../apps/server/operations/agents/vision/e-invoice/read-e-invoice.ts';
import { readPdf } from '../../apps/server/operations/agents/vision/pdf/read-pdf.ts';
import { carveXml } from '../invoices/carve-xml.ts';
import { type ReferenceInvoice, readReference } from '../invoices/reference-invoice.ts';
import type { Suite, SuiteResult } from '../suite.ts';

/**
 * Invoices with data inside. The truth is read from the same files by another way: every stream is
 * unpacked with zlib and the data read with another XML parser. A file counts as right when vendor,
 * number, date, due day, total, net, tax, currency and every line's name and amount are the same.
 * A file that carries two formats may match either. Files in which no data can be found this way
 * are left out.
 */
export const suite: Suite = {
  name: 'e-invoices',
  set: 'ZUGFeRD corpus, PDFs with embedded XML (Apache-2.0)',
  folder: 'invoices/zugferd',
  run,
};

const TIME_LIMIT_MS = 20_000;

async function run(folder: string): Promise<SuiteResult> {
  const failures: string[] = [];
  let n = 0;
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.pdf')).sort()) {
    const pdf = await readFile(join(folder, file));
    const references = carveXml(pdf).map(readReference);
    if (references.length === 0) continue;
    n += 1;
    const { embeddedFiles } = await readPdf(pdf, TIME_LIMIT_MS);
    const found = fieldsOf(readEmbeddedInvoice(embeddedFiles));
    const wrong = references.map((reference) => differences(found, reference));
    const [fewest] = wrong.sort((a, b) => a.length - b.length);
    if (fewest !== undefined && fewest.length > 0) failures.push(`${file}: ${fewest.join('; ')}`);
  }
  return {
    measures: [
      {
        name: 'every field right',
        value: n === 0 ? 0 : (n - failures.length) / n,
        unit: 'share',
        n,
        bar: 1,
        aim: 1,
        better: 'higher',
      },
    ],
    failures,
  };
}

function fieldsOf(invoice: ReturnType<typeof readEmbeddedInvoice>): ReferenceInvoice | null {
  if (invoice === null) return null;
  return {
    vendor: invoice.vendor,
    number: invoice.number,
    date: invoice.date,
    due: invoice.due,
    totalCents: invoice.total_cents,
    netCents: invoice.net_cents,
    taxCents: invoice.tax_cents,
    currency: invoice.currency,
    lines: invoice.lines.map(({ description, amount_cents }) => ({
      description,
      amountCents: amount_cents,
    })),
  };
}

function differences(found: ReferenceInvoice | null, reference: ReferenceInvoice): string[] {
  if (found === null) return ['no invoice found'];
  return Object.entries(reference).flatMap(([field, wanted]) => {
    const got = JSON.stringify(found[field as keyof ReferenceInvoice]);
    return got === JSON.stringify(wanted)
      ? []
      : [`${field} ${got.slice(0, 80)} instead of ${JSON.stringify(wanted).slice(0, 80)}`];
  });
}
