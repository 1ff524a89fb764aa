import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createByteCollector } from './byte-collector.ts';

describe('createByteCollector', () => {
  it('gives back what was added, in order', () => {
    const collector = createByteCollector(1_000_000);
    const pieces = Array.from({ length: 3_000 }, (_, i) => Buffer.alloc(i % 200, i % 256));
    for (const piece of pieces) assert.equal(collector.add(piece), true);
    assert.ok(collector.bytes().equals(Buffer.concat(pieces)));
  });

  it('keeps exactly the limit, and nothing once it is passed', () => {
    const collector = createByteCollector(10);
    assert.equal(collector.add(Buffer.alloc(10, 1)), true);
    assert.equal(collector.bytes().length, 10);
    assert.equal(collector.add(Buffer.alloc(1)), false);
    assert.equal(collector.bytes().length, 0);
    assert.equal(collector.add(Buffer.alloc(1)), false);
  });

  it('does not keep the pieces it was given', () => {
    const collector = createByteCollector(10);
    const piece = Buffer.from('abc');
    collector.add(piece);
    piece.fill(0);
    assert.equal(collector.bytes().toString(), 'abc');
  });
});
