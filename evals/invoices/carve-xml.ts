import { constants, inflateSync } from 'node:zlib';

/**
 * The e-invoices inside a PDF, found by unpacking every stream of the file and keeping those whose
 * text is one: no PDF library takes part, so that it can check what one finds.
 */
export function carveXml(pdf: Buffer): string[] {
  const found: string[] = [];
  let at = pdf.indexOf('stream');
  while (at !== -1) {
    let start = at + 'stream'.length;
    if (pdf[start] === 0x0d) start += 1;
    if (pdf[start] === 0x0a) start += 1;
    const end = pdf.indexOf('endstream', start);
    if (end === -1) break;
    const text = unpack(pdf.subarray(start, end)).toString('utf8');
    if (/<(?:\w+:)?CrossIndustry(?:Invoice|Document)[\s>]/.test(text)) found.push(text);
    at = pdf.indexOf('stream', end + 'endstream'.length);
  }
  return found;
}

function unpack(data: Buffer): Buffer {
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return data;
  }
}
