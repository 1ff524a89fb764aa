import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { threadKeyOf } from './thread-key.ts';

const header = (given: Partial<Parameters<typeof threadKeyOf>[0]>) => ({
  references: [],
  inReplyTo: null,
  messageId: null,
  subject: '',
  from: { name: '', address: 'ann@vendor.example' },
  ...given,
});

describe('threadKeyOf', () => {
  it('is the first mail of the conversation', () => {
    const references = ['first@a', 'second@a'];
    assert.equal(
      threadKeyOf(header({ references, inReplyTo: 'x@a', messageId: 'y@a' })),
      'first@a',
    );
    assert.equal(threadKeyOf(header({ inReplyTo: 'second@a', messageId: 'y@a' })), 'second@a');
    assert.equal(threadKeyOf(header({ messageId: 'y@a', subject: 'Re: Linen' })), 'y@a');
  });

  it('without any id goes by domain and subject, whatever the marks before it', () => {
    const key = threadKeyOf(header({ subject: 'Linen order' }));
    assert.match(key ?? '', /^subject:[0-9a-f]{64}$/);
    for (const subject of [
      'Re: Linen order',
      'RE: Fwd: AW:  linen   ORDER',
      'Re[2]: Linen order',
    ]) {
      assert.equal(threadKeyOf(header({ subject })), key, subject);
    }
    const from = { name: '', address: 'bob@eu.vendor.example' };
    assert.equal(threadKeyOf(header({ subject: 'Linen order', from })), key);
    const other = { name: '', address: 'bob@other.example' };
    assert.notEqual(threadKeyOf(header({ subject: 'Linen order', from: other })), key);
    assert.notEqual(threadKeyOf(header({ subject: 'Regarding linen order' })), key);
    assert.equal(threadKeyOf(header({ subject: ' Re: ' })), null);
  });

  it('is short enough for an index, however long the id', () => {
    const key = threadKeyOf(header({ messageId: 'é'.repeat(10_000) })) ?? '';
    assert.match(key, /^sha256:[0-9a-f]{64}$/);
    assert.equal(threadKeyOf(header({ messageId: 'a\u0000b\ud800' })), 'a b\ufffd');
  });

  it('stays quick on a hostile subject', () => {
    const startedAtMs = performance.now();
    for (const part of ['re:', 're[1]:', ' ', 're[111', 'fw']) {
      threadKeyOf(header({ subject: part.repeat(300_000) }));
    }
    assert.ok(performance.now() - startedAtMs < 1_000);
  });
});
