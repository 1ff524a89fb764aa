import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { buildInvoicePdf, buildInvoiceXml, type DemoInvoice } from '../../demo/invoice-pdf.ts';
import { writePdf } from '../../demo/write-pdf.ts';
import { readMail } from '../../mail/read-mail.ts';
import type { AgentResult } from '../agent.ts';
import { type VisionFindings, visionFindingsSchema } from '../findings.ts';
import { runVisionRules } from './vision-rules.ts';

const laundry: DemoInvoice = {
  number: 'WS-2041',
  date: '2026-03-04',
  due: '2026-04-03',
  currency: 'EUR',
  seller: {
    name: 'Wagner & Söhne Wäscherei GmbH',
    street: 'Am Kanal 4',
    city: '21335 Lüneburg',
    countryCode: 'DE',
    vatId: 'DE111222333',
    iban: 'DE02 1203 0000 0000 2020 51',
  },
  buyer: { name: 'Hotel Birch', street: 'Lindenweg 1', city: '20095 Hamburg', countryCode: 'DE' },
  lines: [
    { description: 'Bed linen (set)', quantity: 120, unitPriceCents: 185 },
    { description: 'Towels, large', quantity: 85.5, unitPriceCents: 1299 },
  ],
  taxPercent: 19,
};

interface Part {
  filename: string;
  contentType?: string;
  content: Uint8Array | string;
  disposition?: string;
}

async function look(...parts: Part[]): Promise<AgentResult<VisionFindings>> {
  const rows = [
    'From: Wagner <office@wagner.example>',
    'To: desk@birch.example',
    'Subject: Papers',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="edge"',
    '',
    '--edge',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Please see attached.',
  ];
  for (const { filename, contentType, content, disposition } of parts) {
    const bytes = Buffer.from(content as string);
    rows.push(
      '--edge',
      `Content-Type: ${contentType ?? 'application/octet-stream'}; name="${filename}"`,
      `Content-Disposition: ${disposition ?? 'attachment'}; filename="${filename}"`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
    );
  }
  const raw = Buffer.from([...rows, '--edge--', ''].join('\r\n'));
  const email = {
    ...(await readMail(raw)),
    id: '0197b0f0-0000-7000-8000-000000000001',
    envelope: {
      messageId: null,
      from: { name: 'Wagner', address: 'office@wagner.example' },
      replyTo: null,
      to: [],
      cc: [],
      subject: 'Papers',
      sentAt: null,
      inReplyTo: null,
      references: [],
      headers: {},
    },
    acceptedAt: new Date('2026-03-05T08:00:00Z'),
  };
  const result = await runVisionRules({
    email,
    raw,
    settings: { timezone: 'Europe/Berlin', ownDomains: [], ownAddresses: [], staffNames: [] },
  });
  visionFindingsSchema.parse(result.findings);
  return structuredClone(result);
}

const noteOf = ({ findings }: AgentResult<VisionFindings>, position = 0): string | null =>
  findings.attachments[position]?.note ?? null;

/** A PDF of the given objects, the first of which is the catalog. */
function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts = objects.flatMap((body, index) => [
    Buffer.from(`${index + 1} 0 obj\n`),
    Buffer.from(body as string),
    Buffer.from('\nendobj\n'),
  ]);
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...parts,
    Buffer.from(`trailer\n<< /Root 1 0 R /Size ${objects.length + 1} ${trailer} >>\n%%EOF\n`),
  ]);
}

const streamOf = (data: Buffer, filter: string): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Filter ${filter} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

const onePage = (content: Buffer, filter: string): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    streamOf(content, filter),
  ]);

test('a mail without attachments is surely read', async () => {
  const { findings, confidence, evidence } = await look();
  assert.deepEqual(findings, {
    extracted_text: '',
    invoice_data: null,
    receipt_data: null,
    images_processed: 0,
    attachments: [],
  });
  assert.equal(confidence, 1);
  assert.deepEqual(evidence, []);
});

test('hole: attachments never reached vision', async () => {
  const pdf = writePdf([
    [{ text: 'Delivery on Friday', left: 50, top: 50 }],
    [{ text: 'The last page is read too', left: 50, top: 50 }],
  ]);
  const result = await look(
    { filename: 'plan.pdf', content: pdf },
    { filename: 'note.txt', contentType: 'text/plain', content: 'Ring at the back door.' },
  );
  assert.equal(
    result.findings.extracted_text,
    'Delivery on Friday\nThe last page is read too\n\nRing at the back door.',
  );
  assert.deepEqual(
    result.findings.attachments.map(({ position, kind, pages, note }) => [
      position,
      kind,
      pages,
      note,
    ]),
    [
      [0, 'pdf', 2, null],
      [1, 'text', null, null],
    ],
  );
  assert.ok(result.confidence >= 0.9);
});

test('an electronic invoice gives the figures of the data inside it', async () => {
  const result = await look({
    filename: 'WS-2041.pdf',
    content: buildInvoicePdf(laundry, { hasData: true }),
  });
  assert.deepEqual(result.findings.invoice_data, {
    vendor: 'Wagner & Söhne Wäscherei GmbH',
    number: 'WS-2041',
    date: '2026-03-04',
    due: '2026-04-03',
    total_cents: 158_585,
    net_cents: 133_265,
    tax_cents: 25_320,
    currency: 'EUR',
    lines: [
      { description: 'Bed linen (set)', quantity: 120, unit_price: 1.85, amount_cents: 22_200 },
      { description: 'Towels, large', quantity: 85.5, unit_price: 12.99, amount_cents: 111_065 },
    ],
    arithmetic_ok: true,
    duplicate_of: null,
    source: 'embedded_xml',
    attachment: 0,
  });
  assert.equal(result.confidence, 0.98);
  assert.deepEqual(
    result.evidence.map(({ finding, quote, attachment }) => [finding, quote, attachment]),
    [
      ['invoice_data.number', 'WS-2041', 0],
      ['invoice_data.date', '20260304', 0],
      ['invoice_data.total_cents', '1585.85', 0],
    ],
  );
});

test('an invoice without data is read from its page, and its sums confirm it', async () => {
  const result = await look({
    filename: 'invoice.bin',
    contentType: 'image/png',
    content: buildInvoicePdf(laundry, { hasData: false }),
  });
  const { invoice_data: invoice, extracted_text: shown } = result.findings;
  assert.equal(invoice?.source, 'text');
  assert.equal(invoice?.number, 'WS-2041');
  assert.equal(invoice?.date, '2026-03-04');
  assert.equal(invoice?.due, '2026-04-03');
  assert.equal(invoice?.total_cents, 158_585);
  assert.equal(invoice?.net_cents, 133_265);
  assert.equal(invoice?.tax_cents, 25_320);
  assert.equal(invoice?.arithmetic_ok, true);
  assert.equal(invoice?.lines.length, 2);
  assert.ok(result.confidence >= 0.9);
  assert.ok(result.evidence.length >= 3);
  for (const { quote } of result.evidence) assert.ok(shown.includes(quote), quote);
});

test('data that states another total than the page is shown to a person', async () => {
  const pages = [[{ text: 'Invoice WS-2041 of 2026-03-04, total EUR 99.00', left: 50, top: 50 }]];
  const data = {
    filename: 'factur-x.xml',
    mediaType: 'text/xml',
    content: Buffer.from(buildInvoiceXml(laundry)),
  };
  const result = await look({ filename: 'a.pdf', content: writePdf(pages, [data]) });
  assert.match(noteOf(result) ?? '', /differs from what its pages show/);
  assert.ok(result.confidence < 0.9);
});

test('an invoice that is only data is read from the XML file', async () => {
  const result = await look({ filename: 'invoice.xml', content: buildInvoiceXml(laundry) });
  assert.equal(result.findings.invoice_data?.total_cents, 158_585);
  assert.equal(result.confidence, 0.98);
  assert.match(result.findings.extracted_text, /Bed linen/);
});

test('a picture is never guessed at: somebody must read it', async () => {
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from('Invoice 7 total 12.00'),
  ]);
  const result = await look({ filename: 'scan.pdf', contentType: 'application/pdf', content: png });
  assert.equal(result.findings.images_processed, 0);
  assert.equal(result.findings.invoice_data, null);
  assert.equal(result.findings.extracted_text, '');
  assert.equal(result.findings.attachments[0]?.kind, 'image');
  assert.match(result.findings.attachments[0]?.sha256 ?? '', /^[0-9a-f]{64}$/);
  assert.match(noteOf(result) ?? '', /a person or a language model needs to read it/);
  assert.ok(result.confidence < 0.9);
});

test('a logo within the mail keeps nobody from trusting it', async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
  const result = await look({ filename: 'logo.png', content: png, disposition: 'inline' });
  assert.equal(result.findings.attachments[0]?.kind, 'image');
  assert.ok(result.confidence >= 0.9);
});

test('a scan has no text: a note, not a guess', async () => {
  const result = await look({ filename: 'scan.pdf', content: writePdf([[]]) });
  assert.match(noteOf(result) ?? '', /pictures, without text/);
  assert.equal(result.findings.invoice_data, null);
  assert.ok(result.confidence < 0.9);
});

test('a locked PDF gives a note', async () => {
  const key = '0'.repeat(64);
  const locked = pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`,
  );
  const result = await look({ filename: 'locked.pdf', content: locked });
  assert.equal(noteOf(result), 'Locked with a password, so it was not read.');
  assert.ok(result.confidence < 0.9);
});

test('broken PDFs give a note, wherever they break', async () => {
  const whole = buildInvoicePdf(laundry, { hasData: true });
  const torn = [
    whole.subarray(0, 40),
    whole.subarray(0, Math.floor(whole.length / 2)),
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(`%PDF-1.7\n${'\u0000\ufffd'.repeat(5_000)}`),
    pdfOf(['<< /Type /Catalog /Pages 9 0 R >>']),
    pdfOf(['<< /Type /Catalog >>']),
  ];
  for (const content of torn) {
    const result = await look({ filename: 'torn.pdf', content });
    assert.ok(result.confidence < 0.9 || result.findings.invoice_data !== null);
    assert.equal(result.findings.attachments[0]?.kind, 'pdf');
  }
});

test('pages that swell when unpacked are not unpacked', async () => {
  const layers = [
    deflateSync(Buffer.alloc(200_000_000)),
    deflateSync(Buffer.alloc(120_000_000, 32)),
  ];
  const contents = [
    onePage(layers[0] ?? Buffer.alloc(0), '/FlateDecode'),
    onePage(deflateSync(layers[0] ?? Buffer.alloc(0)), '[/FlateDecode /FlateDecode]'),
    onePage(layers[1] ?? Buffer.alloc(0), '/FlateDecode'),
  ];
  for (const content of contents) {
    const result = await look({ filename: 'swollen.pdf', content });
    assert.equal(noteOf(result), 'Too large to be read, or to be read whole.');
  }
});

test('a page count without pages, a tree that bites its tail, deep nesting: all come to an end', async () => {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  const hostile = [
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>',
      page,
    ]),
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>',
    ]),
    pdfOf([`<< /Type /Catalog /Pages 2 0 R /Deep ${'['.repeat(100_000)} >>`, page]),
    pdfOf([`${'<< /A '.repeat(50_000)}`, page]),
    onePage(Buffer.from('[ '.repeat(200_000)), '/None'),
    onePage(deflateSync(Buffer.from('q '.repeat(1_000_000))), '/FlateDecode'),
  ];
  for (const content of hostile) {
    const startedAt = performance.now();
    const result = await look({ filename: 'hostile.pdf', content });
    assert.ok(result.confidence < 0.9);
    assert.ok(performance.now() - startedAt < 15_000);
  }
});

test('a credit note is negative, and says so', async () => {
  const sheet = [
    'Credit note CN-77  Date: 2026-02-11',
    'Returned towels  3  10.00  30.00',
    'Net  30.00',
    'VAT 20%  6.00',
    'Total GBP  36.00',
  ].join('\n');
  const result = await look({ filename: 'c.txt', contentType: 'text/plain', content: sheet });
  assert.equal(result.findings.invoice_data?.total_cents, -3_600);
  assert.equal(result.findings.invoice_data?.net_cents, -3_000);
  assert.equal(result.findings.invoice_data?.number, 'CN-77');
  assert.match(noteOf(result) ?? '', /credit note/i);
});

test('a till slip is a receipt and no invoice', async () => {
  const slip = [
    'Bäckerei Sonne GmbH',
    'KASSENBON',
    '12.05.2026 09:14',
    '4 Brötchen  1,60',
    '1 Torte  18,90',
    'SUMME EUR  20,50',
    'Gegeben  50,00',
    'Rückgeld  29,50',
  ].join('\n');
  const { findings } = await look({
    filename: 'bon.txt',
    contentType: 'text/plain',
    content: slip,
  });
  assert.equal(findings.invoice_data, null);
  assert.deepEqual(findings.receipt_data, {
    vendor: 'Bäckerei Sonne GmbH',
    date: '2026-05-12',
    total_cents: 2_050,
    currency: 'EUR',
    attachment: 0,
  });
});

test('a page that only speaks of an invoice is none', async () => {
  const letter = 'Dear all,\nthe invoice of last month was paid on 2026-02-03.\nTotal happiness.\n';
  const { findings, confidence } = await look({
    filename: 'l.txt',
    contentType: 'text/plain',
    content: letter,
  });
  assert.equal(findings.invoice_data, null);
  assert.ok(confidence >= 0.9);
});

test('of two invoices one is shown and the other named', async () => {
  const other = { ...laundry, number: 'WS-2042' };
  const result = await look(
    { filename: 'a.pdf', content: buildInvoicePdf(laundry, { hasData: false }) },
    { filename: 'b.pdf', content: buildInvoicePdf(other, { hasData: true }) },
  );
  assert.equal(result.findings.invoice_data?.number, 'WS-2042');
  assert.match(noteOf(result, 0) ?? '', /Another invoice/);
  assert.ok(result.confidence < 0.9);
});

test('one invoice in two formats is one invoice', async () => {
  const result = await look(
    { filename: 'a.pdf', content: buildInvoicePdf(laundry, { hasData: false }) },
    { filename: 'a.xml', content: buildInvoiceXml(laundry) },
  );
  assert.equal(result.findings.invoice_data?.attachment, 1);
  assert.equal(result.confidence, 0.98);
});

test('text, tables and web pages are read; archives and documents are only named', async () => {
  const result = await look(
    { filename: 'a.csv', contentType: 'text/csv', content: 'invoice no;total\n17;12.00\n' },
    {
      filename: 'b.html',
      contentType: 'text/html',
      content:
        '<html><head><title>t</title></head><body><script>x()</script><p>Gate code &amp; key</p></body></html>',
    },
    {
      filename: 'c.zip',
      contentType: 'application/zip',
      content: Buffer.from('PK\u0003\u0004\u0000\u0000'),
    },
    {
      filename: 'd.ics',
      contentType: 'text/calendar',
      content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
    },
  );
  assert.equal(result.findings.extracted_text, 'invoice no;total\n17;12.00\n\nGate code & key');
  assert.equal(result.findings.invoice_data, null);
  assert.deepEqual(
    result.findings.attachments.map(({ kind, note }) => [kind, note]),
    [
      ['text', null],
      ['text', null],
      ['other', 'This kind of file is not opened here.'],
      ['other', null],
    ],
  );
  assert.ok(result.confidence < 0.9);
});

test('the text of a long attachment leaves room for the next', async () => {
  const result = await look(
    { filename: 'long.txt', contentType: 'text/plain', content: 'word '.repeat(100_000) },
    { filename: 'short.txt', contentType: 'text/plain', content: 'the last words' },
  );
  assert.ok(result.findings.extracted_text.length <= 20_000);
  assert.ok(result.findings.extracted_text.endsWith('the last words'));
});
