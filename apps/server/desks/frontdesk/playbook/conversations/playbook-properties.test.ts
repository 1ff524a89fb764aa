import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { faults, startConversation } from './conversation-driver.ts';

/** Pieces of real talk in any order, so that random messages reach the flows behind the rules. */
const fragment = fc.constantFrom(
  'book',
  'yes',
  'no',
  'how much',
  'is it free',
  '10001',
  '07030',
  '99999',
  '0',
  '3 items',
  'a dozen bags',
  '999 boxes',
  'petite',
  'full',
  'standard',
  'jfk',
  'terminal 3',
  'to the airport',
  'from',
  'to',
  'december 5',
  'feb 30',
  'yesterday',
  'tomorrow',
  'next weekend',
  'surfboard',
  'no surfboard',
  'with coi',
  'my booking',
  'TT-000001',
  'cancel',
  'tip',
  '?',
  '.',
  ',',
  'and',
  'not',
  'actually',
  'instead of',
  'one more',
  'remove 5 bags',
  'hola',
  'the day after',
  'never mind',
  'zip',
  '$',
  '-1',
  '1e9',
  'NaN',
  'thanksgiving weekend',
  'between',
  'december 12',
  '12/5-12/9',
  'boston',
  'queens',
  '350 fifth avenue, new york 10001',
  '12 main street apt 4b, southampton',
  'sunday',
  'move it',
  'the second one',
  'is it paid',
  'pack n play',
  '__proto__',
  'constructor',
);
const message = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.string({ unit: 'grapheme', maxLength: 500 }),
  fc.array(fragment, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' ')),
);

test('any conversation ends every turn in words, within four model calls and without a fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (lines, signedIn) => {
        const { say } = startConversation({ signedIn });
        for (const line of lines) {
          // The desk refuses empty messages before any model sees them.
          if (line.trim() === '') continue;
          const answer = await say(line);
          assert.equal(answer.reason, 'answered');
          assert.ok(answer.text.trim() !== '');
          assert.notEqual(answer.text, 'no answer');
          assert.ok(answer.modelCalls <= 4);
        }
        assert.deepEqual(faults, []);
      },
    ),
    { numRuns: 250 },
  );
});

test('the same conversation gets the same answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 3 }), async (lines) => {
      const [first, second] = [startConversation(), startConversation()];
      for (const line of lines.filter((text) => text.trim() !== '')) {
        assert.deepEqual(await first.say(line), await second.say(line));
      }
    }),
    { numRuns: 60 },
  );
});

test('every amount of money in an answer is in a tool result of the turn or in the business data', async () => {
  const { business } = await import('./conversation-driver.ts');
  const known = JSON.stringify(business);
  const knownCents = new Set([...known.matchAll(/Cents":(\d+)/g)].map((hit) => Number(hit[1])));
  await fc.assert(
    fc.asyncProperty(fc.array(fragment, { minLength: 1, maxLength: 10 }), async (parts) => {
      const answer = await startConversation({ signedIn: true }).say(parts.join(' '));
      const results = JSON.stringify(answer.calls.map(({ result }) => result));
      for (const [, amount] of answer.text.matchAll(/\$([\d,]+(?:\.\d\d)?)/g)) {
        const dollars = Number(amount?.replaceAll(',', ''));
        const isKnown =
          knownCents.has(Math.round(dollars * 100)) ||
          known.includes(`$${amount}`) ||
          results.includes(`$${amount}`) ||
          new RegExp(`:${String(dollars).replace('.', '\\.')}[,}]`).test(results);
        assert.ok(isKnown, `$${amount} in: ${answer.text}`);
      }
    }),
    { numRuns: 300 },
  );
});
