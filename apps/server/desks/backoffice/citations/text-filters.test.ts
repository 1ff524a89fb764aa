import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chainFilters, type TextFilter } from '../../text-filter.ts';
import { createCitationCheck } from './check-citations.ts';
import { createLinkDisarming } from './disarm-links.ts';
import { createPlainCharacters } from './plain-characters.ts';

const EMAIL = '8f14e45fceea';
const OTHER_EMAIL = '0a1b2c3d4e5f';
const TASK = '111122223333';
const WHOLE = `019ab3de-1234-7abc-8def-${EMAIL}`;
const known = new Set([`email:${EMAIL}`, `email:${OTHER_EMAIL}`, `task:${TASK}`]);
const given = { has: (kind: string, id: string) => known.has(`${kind}:${id}`) };

const citations = () => createCitationCheck(() => given);
const all = () => chainFilters([createPlainCharacters(), citations(), createLinkDisarming()]);

const whole = (filter: TextFilter, text: string) => filter.push(text) + filter.end();

function inPieces(filter: TextFilter, text: string, cuts: readonly number[]): string {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length];
  places.sort((a, b) => a - b);
  return (
    places
      .slice(1)
      .map((end, index) => filter.push(text.slice(places[index], end)))
      .join('') + filter.end()
  );
}

describe('citations', () => {
  const cases: [string, string][] = [
    [`It failed [email:${EMAIL}].`, `It failed [email:${EMAIL}].`],
    ['It failed [email:ffffffffffff].', 'It failed.'],
    [`It failed [email:${TASK}].`, 'It failed.'],
    [`It failed [task:${EMAIL}].`, 'It failed.'],
    [`[email:${WHOLE}]`, `[email:${EMAIL}]`],
    [`[Email: ${WHOLE.toUpperCase()}]`, `[email:${EMAIL}]`],
    [`[email:${WHOLE.replaceAll('-', '')}]`, `[email:${EMAIL}]`],
    [`[ emails:${EMAIL} ]`, `[email:${EMAIL}]`],
    [`[email:${EMAIL}, email:${OTHER_EMAIL}]`, `[email:${EMAIL}] [email:${OTHER_EMAIL}]`],
    [`[email:${EMAIL}; ${OTHER_EMAIL}]`, `[email:${EMAIL}] [email:${OTHER_EMAIL}]`],
    [`[email:${EMAIL} task:${TASK}]`, `[email:${EMAIL}] [task:${TASK}]`],
    [`[email:${EMAIL}, task:ffffffffffff]`, `[email:${EMAIL}]`],
    [`[email:${EMAIL}, ${EMAIL}]`, `[email:${EMAIL}]`],
    ['two [email:ffffffffffff, task:ffffffffffff].', 'two.'],
    [`[email:${EMAIL}][task:${TASK}]`, `[email:${EMAIL}][task:${TASK}]`],
    [`[email:ffffffffffff][task:${TASK}]`, `[task:${TASK}]`],
    [`the mail \`[email:${EMAIL}]\` here`, `the mail [email:${EMAIL}] here`],
    ['the mail `[email:ffffffffffff]` here', 'the mail here'],
    ['the mail `[email:ffffffffffff] x` here', 'the mail ` x` here'],
    ['the mail ([email:ffffffffffff]) here', 'the mail here'],
    ['the mail (`[email:ffffffffffff]`) here', 'the mail here'],
    [`the mail ([email:${EMAIL}]) here`, `the mail ([email:${EMAIL}]) here`],
    ['the mail ([email:ffffffffffff], late) here', 'the mail (, late) here'],
    ['made up [task:1234] [email:abc-12]', 'made up'],
    ['two [email:ffffffffffff] [task:ffffffffffff] end', 'two end'],
  ];
  for (const [text, expected] of cases) {
    it(`turns ${JSON.stringify(text)} into ${JSON.stringify(expected)}`, () => {
      assert.equal(whole(citations(), text), expected);
      assert.equal(inPieces(citations(), text, [...text].keys().toArray()), expected);
    });
  }

  it('leaves everything else as it is', () => {
    for (const text of [
      '- [ ] open\n- [x] done',
      '[email: none]',
      '[task: add a face]',
      '[email]',
      '[emailed:abcd1234]',
      '[execution:',
      'a[0] (b) `c` [[d]] ( [ ` ',
      `email:${'f'.repeat(12)}`,
      '[email:support@example.com]',
      `[email:${'1'.repeat(40)}]`,
      'trailing [',
      'trailing `',
      '',
    ]) {
      assert.equal(whole(citations(), text), text);
    }
  });

  it('lets no citation come about by taking one out', () => {
    for (const text of [
      '[em[email:ffffffffffff]ail:ffffffffffff]',
      '[email: [email:ffffffffffff]ffffffffffff]',
      '[email:fff[email:ffffffffffff]fffffffff]',
      `[email:${EMAIL}, [task:ffffffffffff]email:ffffffffffff]`,
      '[[email:ffffffffffff]email:ffffffffffff]',
      '[em`[email:ffffffffffff]`ail:ffffffffffff]',
    ]) {
      const once = whole(citations(), text);
      assert.equal(whole(citations(), once), once, once);
      assert.doesNotMatch(once, /\[email:ffffffffffff\]/);
    }
  });

  it('holds nothing back that cannot become a citation', () => {
    const filter = citations();
    assert.equal(filter.push('a ['), 'a');
    assert.equal(filter.push('x'), ' [x');
    assert.equal(filter.push('] and [em'), '] and');
    assert.equal(filter.push('pty'), ' [empty');
    assert.equal(filter.push(' [email:gone'), ' [email:gone');
    assert.equal(filter.push(' [email:12345'), '');
    assert.equal(filter.push('g'), ' [email:12345g');
    const held = citations().push(`[email:${`${EMAIL}, `.repeat(500)}`);
    assert.ok(held.length > 400 * EMAIL.length, 'a list without an end is not held for ever');
  });
});

describe('links', () => {
  const cases: [string, string][] = [
    ['![logo](https://evil.example/a.png)', '! [logo] (https://evil.example/a.png)'],
    ['[portal](https://evil.example)', '[portal] (https://evil.example)'],
    ['[![a](b)](c)', '[! [a] (b)] (c)'],
    ['[a]: https://evil.example', '[a] : https://evil.example'],
    ['[a]:\n  <//evil.example>', '[a] :\n  <//evil.example>'],
    ['[a]: &sol;&sol;evil.example', '[a] : &sol;&sol;evil.example'],
    ['<img src=x>', '< img src=x>'],
    ['<IMG/src=x>', '< IMG/src=x>'],
    ['<b\nstyle=x>', '< b\nstyle=x>'],
    ['<script>', '< script>'],
    ['<https://evil.example>', '< https://evil.example>'],
    ['<javascript:alert(1)>', '< javascript:alert(1)>'],
    [`<${'x'.repeat(40)} style=x>`, `< ${'x'.repeat(40)} style=x>`],
  ];
  for (const [text, expected] of cases) {
    it(`turns ${JSON.stringify(text)} into ${JSON.stringify(expected)}`, () => {
      assert.equal(whole(createLinkDisarming(), text), expected);
      assert.equal(inPieces(createLinkDisarming(), text, [...text].keys().toArray()), expected);
      assert.equal(whole(createLinkDisarming(), expected), expected);
    });
  }

  it('holds nothing back that is long enough to be no word', () => {
    const filter = createLinkDisarming();
    assert.equal(filter.push(`[a]:${'x'.repeat(250)}`), `[a] :${'x'.repeat(250)}`);
    assert.equal(filter.push('://evil.example'), '://evil.example');
  });

  it('leaves everything else as it is', () => {
    for (const text of [
      `[email:${EMAIL}]: Invoice 17 of Friday`,
      `- [email:${EMAIL}]: late\n- [x]`,
      'Sam <sam@example.com> wrote!',
      '3 < 4, a<b, 5 <= 6, <b>bold</b>',
      'https://example.com/a?b=c',
      'wow! [a] b] c:',
      '[a]:\n\nhttps://example.com',
      'end!',
      'end]:',
      'end<',
    ]) {
      assert.equal(whole(createLinkDisarming(), text), text);
    }
  });
});

describe('characters', () => {
  it('ends every line with one character and replaces what no column takes', () => {
    const text = 'a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh\0i\ud800j\udc00k👩‍🚒\r';
    const expected = 'a\nb\nc\nd\ne\nf\ng\nh\ufffdi\ufffdj\ufffdk👩‍🚒\n';
    assert.equal(whole(createPlainCharacters(), text), expected);
    assert.equal(
      inPieces(
        createPlainCharacters(),
        text,
        Array.from(text, (_, index) => index),
      ),
      expected,
    );
  });
});

// What a hostile model may write: the parts of everything that is looked for, in any order.
const part = fc.oneof(
  fc.constantFrom(
    ...'[ ]( ) ! : , ; ` < > ![ ]( ]: <img src= [email: email: task: [task: execution'.split(' '),
    ...['\r', '\n', '\r\n', ' ', '  ', '\u2028', '\0', '\ud83d', '\ude00', '\t', '[em', 'ail:'],
    ...[EMAIL, OTHER_EMAIL, TASK, WHOLE, 'ffffffffffff', 'https://evil.example', 'wörd'],
    `[email:${EMAIL}]`,
    '[email:ffffffffffff]',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const hostile = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
const cutsOf = fc.array(fc.nat(), { maxLength: 40 });

describe('an answer', () => {
  it('comes out the same however it is cut', () => {
    fc.assert(
      fc.property(hostile, cutsOf, (text, cuts) => {
        for (const filter of [createPlainCharacters, citations, createLinkDisarming, all]) {
          assert.equal(inPieces(filter(), text, cuts), whole(filter(), text));
        }
      }),
      { numRuns: 3_000, seed: 7 },
    );
  });

  it('is not changed by checking it again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = whole(all(), text);
        assert.equal(whole(all(), once), once);
      }),
      { numRuns: 3_000, seed: 8 },
    );
  });

  it('cites nothing but what was given, in its short form, and shows no link', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const answer = whole(all(), text);
        for (const [, kind, id] of answer.matchAll(/\[(execution|email|task):([\da-f]{12})\]/gi)) {
          assert.ok(known.has(`${kind}:${id}`), answer);
        }
        assert.doesNotMatch(answer, /\]\(|!\[|<img |[\r\0\u2028]/);
        assert.ok(answer.isWellFormed());
      }),
      { numRuns: 3_000, seed: 9 },
    );
  });

  it('of an honest model passes byte for byte', () => {
    const words = fc.stringMatching(/^[\p{L}\d .,;:'"()*_#|/?=&%+\n-]{0,40}$/u);
    const cited = fc.constantFrom(
      `[email:${EMAIL}]`,
      `[task:${TASK}]`,
      '**bold**',
      '\n- ',
      '12:30',
    );
    const honest = fc
      .array(fc.oneof(words, cited), { maxLength: 12 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(honest, cutsOf, (text, cuts) => {
        assert.equal(inPieces(all(), text, cuts), text);
      }),
      { numRuns: 2_000, seed: 10 },
    );
  });

  it('is read in time that grows with its length, whatever it repeats', () => {
    for (const unit of [
      '[',
      ']:',
      '<a',
      '![',
      '[email:',
      ` \`(`,
      `[email:${EMAIL} `,
      ']:  ',
      ' ',
    ]) {
      const startedAt = performance.now();
      const text = unit.repeat(60_000 / unit.length);
      whole(all(), text);
      const filter = all();
      for (let at = 0; at < 20_000; at += 1) filter.push(text.slice(at, at + 1));
      filter.end();
      const tookMs = performance.now() - startedAt;
      assert.ok(tookMs < 2_000, `${JSON.stringify(unit)}: ${Math.round(tookMs)} ms`);
    }
  });
});
