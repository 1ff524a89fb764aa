import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainAddress, plainLine, plainLineWithoutLinks } from './plain-line.ts';

describe('plain lines', () => {
  it('line breaks, control, invisible and bidirectional characters become single spaces', () => {
    const line = plainLine('  Hi\r\nBcc: x@y.z\u0000\u200b\u202e\ud800 there\t\u2028now ', 100);
    assert.equal(line, 'Hi Bcc: x@y.z there now');
  });

  it('is shortened by code points, never inside one', () => {
    assert.equal(plainLine('😀😀😀😀', 3), '😀😀…');
    assert.equal(plainLine('abc', 3), 'abc');
  });

  it('costs the same for a header of megabytes', () => {
    const started = performance.now();
    assert.equal(plainLineWithoutLinks(`${'\u200b '.repeat(2_000_000)}x`, 120), '');
    assert.equal(plainLineWithoutLinks('a.'.repeat(2_000_000), 20).length <= 20, true);
    assert.ok(performance.now() - started < 500);
  });

  it('leaves out what a mail program would make a link of, and keeps file names and amounts', () => {
    const cases: [string, string][] = [
      ['see https://evil.example/a?b now', 'see [link left out] now'],
      ['see hxxp www.evil.com', 'see hxxp [link left out]'],
      ['pay at evil.com/login today', 'pay at [link left out] today'],
      ['(evil.co.uk)', '[link left out]'],
      ['write to boss@evil.com', 'write to [link left out]'],
      ['invoice.pdf of 1.234,50 EUR, v2.0.', 'invoice.pdf of 1.234,50 EUR, v2.0.'],
    ];
    for (const [text, expected] of cases) assert.equal(plainLineWithoutLinks(text, 200), expected);
  });

  it('an address is an address or nothing', () => {
    assert.equal(plainAddress('a.b+c@example.com'), 'a.b+c@example.com');
    assert.equal(plainAddress('a@b.com, c@d.com'), '');
    assert.equal(plainAddress('a@b.com\r\nBcc: c@d.com'), '');
    assert.equal(plainAddress('<a@b.com>'), '');
  });
});
