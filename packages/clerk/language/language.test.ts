import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectLanguage } from './detect-language.ts';
import { normalize } from './normalize.ts';
import { readNumbers, tokenize } from './read-numbers.ts';
import { readYesNo } from './read-yes-no.ts';
import { splitRequests } from './split-requests.ts';

test('English, numbers and names of places are not taken for another language', () => {
  for (const text of [
    'how much is a petite move',
    '11937',
    'no',
    'la guardia airport',
    'jfk',
    'ok',
    'emails from la guardia today',
    'mail from van der berg',
    'what did los angeles del rey want',
    'mails from de jong logistics',
    'mails from chi chi',
    'open tasks for el paso',
    'quote from les halles',
    'the alles garage mail',
    'die casting offer',
    'was there a war',
    'i need this en route',
    'any mail from la quinta inn today?',
    'a dozen cartons in december',
    'luggage tag instructions',
    'zur rose carton order',
  ]) {
    assert.equal(detectLanguage(text), undefined, text);
  }
});

test('other languages are recognised', () => {
  assert.equal(detectLanguage('hola, cuánto cuesta'), 'es');
  assert.equal(detectLanguage('bonjour, combien coûte une livraison ?'), 'fr');
  assert.equal(detectLanguage('guten tag, wie viel kostet das?'), 'de');
  assert.equal(detectLanguage('你们送货吗'), 'other');
  assert.equal(detectLanguage('guten tag, holen sie auch koffer vom flughafen jfk ab?'), 'de');
  assert.equal(detectLanguage('ile kosztuje 3 walizki do jfk?'), 'other');
  assert.equal(detectLanguage('kann ich am samstag zwei kisten abholen lassen'), 'de');
  assert.equal(detectLanguage('¿recogen cajas en brooklyn?'), 'es');
  assert.equal(detectLanguage('necesito una mudanza el sábado'), 'es');
  assert.equal(detectLanguage('vous pouvez transporter deux cartons ?'), 'fr');
  assert.equal(detectLanguage('quanto costa spedire tre valigie'), 'it');
  assert.equal(detectLanguage('vocês levam caixas para os hamptons?'), 'pt');
  assert.equal(detectLanguage('wat kost het om drie dozen te brengen'), 'nl');
  assert.equal(detectLanguage('wie viele mails kamen heute?'), 'de');
  assert.equal(detectLanguage("quels sont les messages d'aujourd'hui ?"), 'fr');
  assert.equal(detectLanguage('ciao, quante email oggi?'), 'it');
  assert.equal(detectLanguage('cuantos correos hoy'), 'es');
  assert.equal(detectLanguage('quantos emails recebemos hoje'), 'pt');
  assert.equal(detectLanguage('hoeveel mails zijn er vandaag binnengekomen'), 'nl');
});

test('a text is made plain and bounded', () => {
  assert.equal(normalize('  Don’t\u0000 “ask”\n me – OK '), 'don\'t "ask" me - ok');
  assert.equal(normalize('x'.repeat(5000)).length, 2000);
});

const numbers = (text: string): number[] => readNumbers(tokenize(text)).map(({ value }) => value);

test('numbers in digits, in words and as a span', () => {
  assert.deepEqual(numbers('11937 and 1,000'), []);
  assert.deepEqual(numbers('three bags and 4 boxes'), [3, 4]);
  assert.deepEqual(numbers('a couple of bags, half a dozen boxes, a dozen bins'), [2, 6, 12]);
  assert.deepEqual(numbers('10-12 boxes or 3 to 5 bags'), [12, 5]);
});

test('yes, no and neither', () => {
  for (const text of ['yes', 'yeah sure', 'ok', 'sounds good', 'go ahead', "let's do it"]) {
    assert.equal(readYesNo(text), 'yes', text);
  }
  for (const text of ['no', 'nope', 'not now', "no, i'm good", 'never mind']) {
    assert.equal(readYesNo(text), 'no', text);
  }
  for (const text of ['november', 'yesterday', 'note that', 'surely not', '3 bags']) {
    assert.equal(readYesNo(text), undefined, text);
  }
});

test('a message is cut into its requests', () => {
  assert.deepEqual(splitRequests('how much is it and is december 5 free?'), [
    'how much is it',
    'is december 5 free?',
  ]);
  assert.deepEqual(splitRequests('3 bags and 2 boxes, please'), ['3 bags and 2 boxes, please']);
  assert.deepEqual(splitRequests('?!'), []);
});
