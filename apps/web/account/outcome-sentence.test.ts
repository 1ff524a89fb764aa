import assert from 'node:assert/strict';
import { it } from 'node:test';
import { outcomeSentence } from './outcome-sentence.ts';

const phone = '(631) 595-5100';
const refused = (status: number, message: string | null) =>
  ({
    ok: false,
    kind: 'refused',
    refusal: { status, message, code: 'x', retryAfterSeconds: null },
  }) as const;

it("shows the server's own sentence of a refusal", () => {
  assert.equal(
    outcomeSentence(refused(401, 'the password is wrong'), { phone, isOnline: true }),
    'The password is wrong.',
  );
});

it('shows nothing of what a failing server or a proxy said', () => {
  for (const outcome of [refused(500, 'stack at line 3'), refused(502, null), refused(403, null)]) {
    assert.equal(
      outcomeSentence(outcome, { phone, isOnline: true }),
      `That did not work. Please try again in a moment, or call ${phone}.`,
    );
  }
});

it('tells a missing network from a missing server', () => {
  const outcome = { ok: false, kind: 'unreachable' } as const;
  assert.match(outcomeSentence(outcome, { phone, isOnline: false }), /You are offline/);
  assert.match(outcomeSentence(outcome, { phone, isOnline: true }), /could not be reached.+595/);
});
