/** Bytes to text: a byte-order mark wins, then the named encoding, then UTF-8, then Windows-1252. */
export function decodeBytes(bytes: Uint8Array, encoding: string | null): string {
  const marked = encodingByMark(bytes);
  for (const label of [marked, encoding, 'utf-8']) {
    if (label === null) continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // An encoding nobody knows, or bytes that are not in it: the next guess.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function encodingByMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** The encoding an XML declaration names; null when there is none. */
export function declaredXmlEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200));
  const found = /^[^<]{0,4}<\?xml[^>]{0,100}encoding\s{0,4}=\s{0,4}["']([\w.:/-]{1,40})["']/.exec(
    start.toString('latin1'),
  );
  return found?.[1] ?? null;
}
