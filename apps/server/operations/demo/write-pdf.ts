import { deflateSync } from 'node:zlib';

/** A piece of text on an A4 page of 595 by 842 points. */
export interface PageText {
  text: string;
  left: number;
  /** Of the base line, from the top of the page. */
  top: number;
  size?: number;
  isBold?: boolean;
}

export interface PdfFile {
  filename: string;
  mediaType: string;
  content: Uint8Array;
}

const PAGE_HEIGHT = 842;
const SIZE = 10;

/**
 * A PDF of text in Helvetica, with files inside it when given. It holds letters of Western European
 * languages; others become question marks. Small documents for the demonstration and for tests.
 */
export function writePdf(
  pages: readonly (readonly PageText[])[],
  files: readonly PdfFile[] = [],
): Uint8Array {
  const objects: Uint8Array[] = [];
  const add = (body: string | Uint8Array): number =>
    objects.push(typeof body === 'string' ? Buffer.from(body) : body);
  const catalog = add('');
  const tree = add('');
  const fonts = [add(fontOf('Helvetica')), add(fontOf('Helvetica-Bold'))];
  const kids = pages.map((page) => {
    const content = add(streamOf(contentOf(page)));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 ${PAGE_HEIGHT}] /Contents ${content} 0 R ` +
        `/Resources << /Font << /F1 ${fonts[0]} 0 R /F2 ${fonts[1]} 0 R >> >> >>`,
    );
  });
  const specs = files.map(({ filename, mediaType, content }) => {
    const subtype = mediaType.replaceAll('/', '#2F');
    const stream = add(streamOf(Buffer.from(content), `/Type /EmbeddedFile /Subtype /${subtype} `));
    const spec = add(
      `<< /Type /Filespec /F (${escaped(filename)}) /UF (${escaped(filename)}) ` +
        `/AFRelationship /Alternative /EF << /F ${stream} 0 R >> >>`,
    );
    return { filename, spec };
  });
  const named = specs.map(({ filename, spec }) => `(${escaped(filename)}) ${spec} 0 R`).join(' ');
  const refs = specs.map(({ spec }) => `${spec} 0 R`).join(' ');
  const attached =
    specs.length === 0 ? '' : ` /AF [${refs}] /Names << /EmbeddedFiles << /Names [${named}] >> >>`;
  objects[catalog - 1] = Buffer.from(`<< /Type /Catalog /Pages ${tree} 0 R${attached} >>`);
  objects[tree - 1] = Buffer.from(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  );
  return assemble(objects, catalog);
}

function assemble(objects: readonly Uint8Array[], catalog: number): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  for (const [index, body] of objects.entries()) {
    const head = Buffer.from(`${index + 1} 0 obj\n`);
    const tail = Buffer.from('\nendobj\n');
    offsets.push(length);
    parts.push(head, body, tail);
    length += head.length + body.length + tail.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
        `trailer\n<< /Size ${size} /Root ${catalog} 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

function fontOf(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

function contentOf(page: readonly PageText[]): Buffer {
  const rows = page.map(({ text, left, top, size = SIZE, isBold = false }) => {
    const font = isBold ? 'F2' : 'F1';
    return `BT /${font} ${size} Tf 1 0 0 1 ${left} ${PAGE_HEIGHT - top} Tm (${escaped(text)}) Tj ET`;
  });
  return Buffer.from(rows.join('\n'), 'latin1');
}

function streamOf(content: Buffer, keys = ''): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< ${keys}/Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

/** Text as a PDF string in WinAnsi, one byte for each character. */
function escaped(text: string): string {
  return text
    .replace(/[^\n\x20-\x7e\u00a0-\u00ff€–—]/gu, '?')
    .replace(/[€–—]/gu, (sign) => ({ '€': '\x80', '–': '\x96', '—': '\x97' })[sign] ?? '?')
    .replace(/[\\()]/g, '\\$&');
}
