import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitSentences } from './sentences.ts';

const texts = (source: string) => splitSentences(source).map(({ text }) => text);

test('nothing, blanks and bare punctuation make no trouble', () => {
  assert.deepEqual(splitSentences(''), []);
  assert.deepEqual(splitSentences(' \n\t\n '), []);
  assert.deepEqual(texts('...'), ['...']);
  assert.deepEqual(texts('?!'), ['?!']);
});

test('every sentence is exactly what stands at its index', () => {
  const source =
    'Hi Maria,\n\n  The van is due Nov. 5 at 3 p.m. on Main St. Please call\nDr. Lee.  Is that ok?  ("Yes.") Fine!\n\n- Move it\n- Lock it\n';
  for (const { text, index } of splitSentences(source)) {
    assert.equal(source.slice(index, index + text.length), text);
  }
});

test('abbreviations, initials, figures and addresses on the web do not end a sentence', () => {
  assert.deepEqual(
    texts('Mr. Lee and J. Park paid $1,200.50 for No. 12 at www.example.com today.'),
    ['Mr. Lee and J. Park paid $1,200.50 for No. 12 at www.example.com today.'],
  );
  assert.deepEqual(texts('Come at 3 p.m. on Friday.'), ['Come at 3 p.m. on Friday.']);
  assert.deepEqual(texts('Come at 3 p.m. Bring the keys.'), ['Come at 3 p.m.', 'Bring the keys.']);
  assert.deepEqual(texts('It starts Nov. 5 sharp. Be there.'), [
    'It starts Nov. 5 sharp.',
    'Be there.',
  ]);
  assert.deepEqual(texts('Tape, wrap, etc. are here... and more... Thanks'), [
    'Tape, wrap, etc. are here... and more...',
    'Thanks',
  ]);
});

test('quotation marks and brackets stay with their sentence', () => {
  assert.deepEqual(texts('He said "no way!" Then he left. (Really.) Ok?'), [
    'He said "no way!"',
    'Then he left.',
    '(Really.)',
    'Ok?',
  ]);
});

test('wrapped lines are joined; list items, greetings, headings and short lines are not', () => {
  assert.deepEqual(
    texts(
      'Dear Tom,\nplease renew the parking permit for the two vans before the end of the\nmonth, as the county asks.\nTo do:\n1. Call the landlord\n2) Pay rent\n* Fix gate\nThanks\nSam',
    ),
    [
      'Dear Tom,',
      'please renew the parking permit for the two vans before the end of the\nmonth, as the county asks.',
      'To do:',
      'Call the landlord',
      'Pay rent',
      'Fix gate',
      'Thanks',
      'Sam',
    ],
  );
});

test('hostile text is cut off and takes linear time', () => {
  const shapes = ['a', '.', '. ', 'A. ', '\n', '- \n', '"', ')', '? ', 'a.', '\n- x', ' ', '1. '];
  for (const shape of shapes) {
    const started = process.cpuUsage();
    const sentences = splitSentences(shape.repeat(400_000 / shape.length));
    const { user } = process.cpuUsage(started);
    assert.ok(sentences.length <= 1_000, shape);
    assert.ok(
      sentences.every(({ text }) => text.length <= 1_100),
      shape,
    );
    assert.ok(user < 1_000_000, `${JSON.stringify(shape)}: ${user / 1_000} ms`);
  }
});
