import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { markdownText, parseMarkdown } from './markdown.ts';

const allowedHosts = ['totetaxi.com'];
const text = (source: string, isStreaming = false) =>
  markdownText(parseMarkdown(source, { isStreaming, allowedHosts }));

const markupSoup = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '**',
        '***',
        '`',
        '```',
        '[',
        ']',
        '(',
        ')',
        '](',
        '!',
        '#',
        '# ',
        '- ',
        '1. ',
        '1.',
      ],
      ...[
        '\\',
        '\n',
        '\n\n',
        ' ',
        '  ',
        'a',
        'Hello',
        'né',
        '🚕',
        '. ',
        '_',
        '<b>',
        '---',
        'https://',
      ],
      ...[
        'https://totetaxi.com/a',
        'javascript:alert(1)',
        '[x](https://totetaxi.com/)',
        '+',
        '•',
        '"',
        '](x "',
      ],
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

describe('safe Markdown', () => {
  it('never makes a link of anything but https on a listed host', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://totetaxi.com/',
      'https://evil.example/',
      'https://totetaxi.com@evil.example/',
      'https://user:pass@totetaxi.com/',
      'https://totetaxi.com:8443/',
      'https://totetaxi.com.evil.example/',
      '//totetaxi.com/',
      '/relative',
    ]) {
      assert.deepEqual(parseMarkdown(`[press](${url})`, { allowedHosts }), [
        { kind: 'paragraph', content: [{ kind: 'text', text: 'press' }] },
      ]);
    }
  });

  it('never makes an image: its label stays as text', () => {
    assert.deepEqual(
      parseMarkdown('See ![a van](https://totetaxi.com/van.png)!', { allowedHosts }),
      [{ kind: 'paragraph', content: [{ kind: 'text', text: 'See a van!' }] }],
    );
  });

  it('reads links with spaces around the address and with a title', () => {
    assert.deepEqual(parseMarkdown('[a]( https://totetaxi.com/ "the site" )', { allowedHosts }), [
      { kind: 'paragraph', content: [{ kind: 'link', text: 'a', href: 'https://totetaxi.com/' }] },
    ]);
  });

  it('leaves HTML as text', () => {
    assert.equal(text('<img src=x onerror=alert(1)>'), '<img src=x onerror=alert(1)>');
  });

  it('reads bold, emphasis, code and links', () => {
    assert.deepEqual(
      parseMarkdown('A **bold** *soft* `x` [site](https://totetaxi.com/faq)', { allowedHosts }),
      [
        {
          kind: 'paragraph',
          content: [
            { kind: 'text', text: 'A ' },
            { kind: 'strong', text: 'bold' },
            { kind: 'text', text: ' ' },
            { kind: 'emphasis', text: 'soft' },
            { kind: 'text', text: ' ' },
            { kind: 'code', text: 'x' },
            { kind: 'text', text: ' ' },
            { kind: 'link', text: 'site', href: 'https://totetaxi.com/faq' },
          ],
        },
      ],
    );
  });

  it('reads lists, also with blank lines between items, headings and fenced code', () => {
    assert.deepEqual(
      parseMarkdown('## Prices\n- one\n- two\n\n3. three\n\n4. four\n```js\na\n\nb\n```'),
      [
        { kind: 'heading', content: [{ kind: 'text', text: 'Prices' }] },
        {
          kind: 'list',
          isOrdered: false,
          start: 1,
          items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]],
        },
        {
          kind: 'list',
          isOrdered: true,
          start: 3,
          items: [[{ kind: 'text', text: 'three' }], [{ kind: 'text', text: 'four' }]],
        },
        { kind: 'code', text: 'a\n\nb' },
      ],
    );
  });

  it('keeps arithmetic, footnotes and prices readable', () => {
    assert.equal(text('2 * 3 = 6 and $95 x 3 = $285 (5*)'), '2 * 3 = 6 and $95 x 3 = $285 (5*)');
    assert.equal(text('[1] is not a link'), '[1] is not a link');
  });

  it('shows no raw markup at any prefix of an ordinary answer', () => {
    const answer =
      'Your **Standard Move** costs *about* $1,950:\n\n1. **Pickup**: `10001`\n2. Drop-off\n\n- See [our FAQ](https://totetaxi.com/faq) for more.';
    for (let length = 0; length <= answer.length; length += 1) {
      assert.doesNotMatch(text(answer.slice(0, length), true), /[*`[\]]|\]\(|https:/);
    }
  });

  it('shows for every prefix the beginning of what the whole shows', () => {
    fc.assert(
      fc.property(markupSoup, (source) => {
        const whole = text(source);
        const characters = [...source];
        for (let length = 0; length <= characters.length; length += 1) {
          const shown = text(characters.slice(0, length).join(''), true);
          assert.ok(whole.startsWith(shown), JSON.stringify({ length, shown, whole }));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives only https links to listed hosts, whatever the input', () => {
    fc.assert(
      fc.property(markupSoup, (source) => {
        for (const block of parseMarkdown(source, { allowedHosts })) {
          const runs =
            block.kind === 'code' ? [] : block.kind === 'list' ? block.items.flat() : block.content;
          for (const run of runs) {
            if (run.kind === 'link') assert.match(run.href, /^https:\/\/totetaxi\.com\//);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
