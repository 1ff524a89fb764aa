import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { createGroundingFilter } from './create-grounding-filter.ts';
import { plainText } from './plain-text.ts';
import { splitSentences } from './split-sentences.ts';
import { testGrounds } from './test-answers/test-grounds.ts';
import { TOLD_LIES } from './test-answers/told-lies.ts';
import { TOLD_TRUTHS, type ToldAnswer } from './test-answers/told-truths.ts';

const OFFER = 'Call us.';
const MOST_REPLACED = 0.02;
/** What the tools said on Tuesday, December 1, 2026, to the first customer of the demonstration. */
const RESULTS: Readonly<Record<string, { tool: string; input: unknown; content: unknown }>> =
  JSON.parse(readFileSync(new URL('test-answers/tool-results.json', import.meta.url), 'utf8'));

/** What streams of an answer, which arrives in small pieces. */
function streamed([asked, keys, answer]: ToldAnswer): string {
  const results = keys.split(',').flatMap((key) => RESULTS[key] ?? []);
  const grounds = testGrounds({ heard: [asked], results });
  const filter = createGroundingFilter({ grounds: () => grounds, offer: OFFER });
  let text = '';
  for (let at = 0; at < answer.length; at += 5) text += filter.push(answer.slice(at, at + 5));
  return text + filter.end();
}

it('no lie that a language model would tell streams', () => {
  const leaks = TOLD_LIES.filter(([asked, keys, marked]) => {
    const lie = /⟦(.+)⟧/s.exec(marked)?.[1] ?? '';
    assert.notEqual(lie, '');
    const shown = streamed([asked, keys, marked.replace(/[⟦⟧]/g, '')]);
    return !shown.includes(OFFER) || plainText(shown).includes(plainText(lie));
  });
  assert.deepEqual(leaks, []);
});

it('at most 2 % of the sentences that are so are replaced', () => {
  const sentences = TOLD_TRUTHS.flatMap((told) => {
    const shown = plainText(streamed(told));
    return splitSentences(told[2], '').map(({ text }) => ({ text, isShown: shown.includes(text) }));
  });
  const replaced = sentences.filter(({ isShown }) => !isShown).map(({ text }) => text);
  assert.ok(replaced.length / sentences.length <= MOST_REPLACED, replaced.join('\n'));
});

it('an answer in lines goes out line by line', () => {
  const filter = createGroundingFilter({ grounds: () => testGrounds({}), offer: OFFER });
  const lines = ['- Pickup: 10001\n', '- Pieces: 12\n', '- COI: $50\n', '- Time: 8 to 11\n', '-'];
  let shown = '';
  for (const [index, line] of lines.entries()) {
    shown += filter.push(line);
    assert.ok(shown.startsWith(lines.slice(0, index).join('')), shown);
  }
});
