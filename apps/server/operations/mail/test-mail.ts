/** A raw message of these lines, as bytes; for tests. */
export function rawMail(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\r\n'));
}

export const plainMail = (body: string, subject = 'Delivery'): Uint8Array =>
  rawMail(
    'From: Ana Ruiz <ana@bakery.example>',
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body.replaceAll('\n', '\r\n'),
  );

export const htmlMail = (body: string, subject = 'Delivery'): Uint8Array =>
  rawMail(
    'From: Ana Ruiz <ana@bakery.example>',
    `Subject: ${subject}`,
    'Content-Type: text/html; charset=utf-8',
    '',
    body,
  );
