import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRetriever } from './retriever.ts';

const retriever = createRetriever([
  { name: 'tipping', phrasings: ['should I tip the driver', 'is gratuity included'] },
  { name: 'storage', phrasings: ['can you store my luggage', 'how much is storage'] },
  { name: 'labels', phrasings: ['do I need labels on my luggage'] },
]);
const best = (text: string): string | undefined => retriever.search(text)[0]?.name;

test('a question about something else finds nothing', () => {
  assert.equal(best('what is the capital of France'), undefined);
  assert.equal(best('the driver of the winning car in the race yesterday'), undefined);
  assert.equal(best(''), undefined);
  assert.equal(best('the of and'), undefined);
});

test('other wording, inflection and typing errors find the topic', () => {
  assert.equal(best('do people tip drivers?'), 'tipping');
  assert.equal(best('is a gratuityy included'), 'tipping');
  assert.equal(best('storing luggage'), 'storage');
  assert.equal(best('labelled luggage'), 'labels');
});
