import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BACK_OFFICE_PROMPT, backOfficeVarying } from './prompt.ts';

const timezone = 'America/New_York';
const member = { userId: 'u', role: 'staff' } as const;
const varying = (now: string, summary?: string) =>
  backOfficeVarying({ member, now: new Date(now), timezone, summary });

test('the stable part has no date of this year, nobody who asks and no ref but the example', () => {
  assert.doesNotMatch(BACK_OFFICE_PROMPT, /\b20\d\d\b|administrator|New_York/);
  assert.deepEqual(BACK_OFFICE_PROMPT.match(/\[(?:email|task|execution):[^\]]*\]/g), [
    '[email:0123456789ab]',
  ]);
});

test('hole: "today" mixed UTC and local: the prompt names the day of the business and its week', () => {
  assert.match(
    varying('2026-11-23T04:59:00Z'),
    /^Today is Sunday, November 22, 2026 \(2026-11-22\) in America\/New_York[^\n]*\nThis week is 2026-11-16 \(Monday\) to 2026-11-22 \(Sunday\)\.\n/,
  );
  assert.match(
    varying('2026-11-23T05:00:00Z'),
    /^Today is Monday, November 23, 2026 [^\n]*\nThis week is 2026-11-23 \(Monday\) to 2026-11-29 \(Sunday\)\.\n/,
  );
});

test('the varying part is the same bytes all day, and tells nobody’s name', () => {
  assert.equal(varying('2026-11-22T06:00:00Z', 'S'), varying('2026-11-22T20:00:00Z', 'S'));
  assert.ok(varying('2026-11-22T06:00:00Z', 'S').endsWith('\nS'));
  const admin = backOfficeVarying({
    member: { userId: 'somebody', role: 'admin' },
    now: new Date(),
    timezone,
    summary: undefined,
  });
  assert.match(admin, /\nAn administrator asks\.$/);
  assert.doesNotMatch(admin, /somebody/);
});
