import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSentAt } from './sent-at.ts';

test('what names no instant is null, never now and never a guess', () => {
  const wrong = [
    '',
    'now',
    'tomorrow 5',
    'invoice 12',
    'Mon, 31 Feb 2025 10:00:00 +0000',
    'Mon, 3 Xyz 2025 10:00:00 +0000',
    'Mon, 3 Nov 2025 25:00:00 +0000',
    'Mon, 3 Nov 2025',
    '1762160400',
    '(((((((',
    'Thu, 1 Jan 0001 00:00:00 +0000',
  ];
  for (const field of wrong) assert.equal(readSentAt(field), null, field);
});

test('the forms of RFC 5322 and ISO 8601 are read with their zones', () => {
  const expected = '2025-11-03T09:30:00.000Z';
  const right = [
    'Mon, 3 Nov 2025 10:30:00 +0100',
    '3 Nov 2025 09:30 GMT',
    'Mon, 03 Nov 2025 04:30:00 EST',
    'Mon,  3 Nov 25 09:30:00 -0000 (UTC)',
    'Monday, 3-Nov-2025 09:30:00 UT',
    'Mon, 3 November 2025 15:15:00 +05:45',
    '2025-11-03T09:30:00Z',
    '2025-11-03 10:30:00+01:00',
    'Mon, 3 Nov 2025 09:30:00',
  ];
  for (const field of right) assert.equal(readSentAt(field)?.toISOString(), expected, field);
});
