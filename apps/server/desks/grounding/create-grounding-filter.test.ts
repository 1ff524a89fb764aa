import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createGroundingFilter } from './create-grounding-filter.ts';
import { HELD_OUT_ANSWERS } from './test-answers/held-out-answers.ts';
import { createLies } from './test-answers/lying-answers.ts';
import { testGrounds } from './test-answers/test-grounds.ts';

const OFFER = 'Please call us.';
const grounds = testGrounds({ heard: ['Hello'] });
const counted: string[] = [];
const create = () =>
  createGroundingFilter({
    grounds: () => grounds,
    offer: OFFER,
    onUnfounded: (kinds) => counted.push(...kinds),
  });

function whole(pieces: readonly string[]): string {
  const filter = create();
  return pieces.map((piece) => filter.push(piece)).join('') + filter.end();
}

describe('an answer that is checked while it streams', () => {
  it('goes on word by word as long as nothing may be claimed', () => {
    const filter = create();
    assert.equal(filter.push('Hello the'), 'Hello ');
    assert.equal(filter.push('re and wel'), 'there and ');
    assert.equal(filter.push('come. Our pri'), 'welcome. Our ');
    assert.equal(filter.push('ces begin at $7'), 'prices begin at ');
    assert.equal(filter.push('5 a bag.'), '');
    assert.equal(filter.push(' Which'), '$75 a bag. ');
    assert.equal(filter.end(), 'Which');
  });

  it('says the offer in place of the rest of a sentence, once in a row', () => {
    assert.equal(
      whole(['Hi! It costs $74. And $73. Or $72! All right?']),
      `Hi! It costs … ${OFFER} And … Or … All right?`,
    );
    assert.equal(whole(['- $74\n- $73\n\nAll right?']), `${OFFER}\n\n\nAll right?`);
  });

  it('counts each sentence once for each kind', () => {
    counted.length = 0;
    whole(['It costs $74 or $73. We serve Boston for $71.']);
    assert.deepEqual(counted, ['money', 'money', 'coverage']);
  });

  it('holds an amount that goes on in the next line', () => {
    for (const text of [
      'It costs $\n74.',
      'It costs 74\ndollars.',
      'Price: USD\n\n74',
      '$1,\n049',
    ]) {
      assert.doesNotMatch(whole([text]), /74|049/);
    }
  });

  it('says the same however the text is cut', () => {
    const results: Record<string, unknown>[] = [
      { bookings: [], dates: [], line_items: [], estimated_total: 5, message: 'We serve 10001.' },
    ];
    const answers = [
      ...createLies(150, 3).map(({ say }) => say(results)),
      ...HELD_OUT_ANSWERS.slice(-14).map(({ say }) => say(results)),
      'a\n\n| b | $5 |\n| c | 6 |\n\n1. d\n\n```\n$7\n```\n  e  \r\n f.  $8!?  g\u00a0$ 9',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...answers),
        fc.constantFrom(...answers),
        fc.array(fc.nat(200), { maxLength: 30 }),
        (first, second, cuts) => {
          const text = `${first} ${second}`;
          const bounds = [0, ...cuts.map((cut) => cut % text.length), text.length].sort(
            (a, b) => a - b,
          );
          const pieces = bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
          assert.equal(whole(pieces), whole([text]));
          assert.equal(whole([...text]), whole([text]));
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  it('is as new after its end', () => {
    const filter = create();
    assert.equal(filter.push('It costs $74') + filter.end(), `It costs … ${OFFER}`);
    assert.equal(filter.push('It costs $74') + filter.end(), `It costs … ${OFFER}`);
  });

  it('reads hostile text of 100 KB, in pieces, without stopping the server', () => {
    const units = [
      '$1 ',
      '1,',
      '1 ',
      'two hundred and ',
      '&#36;',
      '<b ',
      '**',
      ' \n',
      'a',
      '| 1 |\n',
      'dec 5 and ',
      'is not ',
      'between dec 5 ',
      'your booking ',
      '. ',
      '$\n',
      'x.',
      '\u200b',
      'no extra ',
    ];
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const startedAt = performance.now();
      whole(text.match(/[\s\S]{1,50}/g) ?? []);
      const tookMs = performance.now() - startedAt;
      assert.ok(tookMs < 5_000, `${JSON.stringify(unit)}: ${Math.round(tookMs)} ms`);
    }
  });
});
