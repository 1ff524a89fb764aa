/** One message made to hurt. */
export interface HostileMail {
  subject: string;
  raw: string;
  /** How it has to end; others may end either way, at a limit or read. */
  mustFail: boolean;
}

const line = (words: string): string => `${words}\r\n`;

function hostile(subject: string, rest: string, { mustFail }: { mustFail: boolean }): HostileMail {
  const id = `<${subject.replaceAll(' ', '-')}@example.com>`;
  const header = `From: a@example.com\r\nTo: b@totetaxi.example\r\nMessage-ID: ${id}\r\nSubject: ${subject}\r\n`;
  return { subject, raw: header + rest, mustFail };
}

/** Made one at a time: together they would take 60 MB. */
export function* hostileMails(): Generator<HostileMail> {
  const part = line('--b\r\nContent-Type: text/plain\r\n\r\nx');
  yield hostile(
    '50000 parts',
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${part.repeat(50_000)}--b--\r\n`,
    { mustFail: true },
  );
  const levels = Array.from(
    { length: 1_000 },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  );
  yield hostile('1000 levels', `${levels.join('')}Content-Type: text/plain\r\n\r\nx\r\n`, {
    mustFail: true,
  });
  yield hostile('30 MB of text', `\r\n${line('x'.repeat(998)).repeat(30_000)}`, { mustFail: true });
  const either = { mustFail: false };
  yield hostile(
    '100000 header fields',
    `${line('X-Field: value').repeat(100_000)}\r\nHello.\r\n`,
    either,
  );
  yield hostile(
    'a header line of 5 MB',
    `X-Long: ${'x'.repeat(5_000_000)}\r\n\r\nHello.\r\n`,
    either,
  );
  yield hostile(
    'deep HTML',
    `Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}Hello.\r\n`,
    either,
  );
  const rule = line('.a .b .c > .d { color: red; display: none }');
  yield hostile(
    'a style sheet of 2 MB',
    `Content-Type: text/html\r\n\r\n<style>${rule.repeat(45_000)}</style>Hello.\r\n`,
    either,
  );
  yield hostile('words without end', `\r\n${'next '.repeat(100_000)}\r\n`, either);
  yield hostile('digits without end', `\r\n${'12/11/'.repeat(50_000)}\r\n`, either);
  const zip = Buffer.alloc(15_000_000).toString('base64').replace(/.{76}/g, '$&\r\n');
  yield hostile(
    'a zip of nothing',
    `Content-Type: application/zip; name=a.zip\r\nContent-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${zip}\r\n`,
    either,
  );
}
