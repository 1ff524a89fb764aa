import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKeySequence, nameOfKey, sayKeys } from './key-names.ts';

const press = (key: string, held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', true>> = {}) =>
  nameOfKey({
    key,
    ctrlKey: held.ctrl ?? false,
    metaKey: held.meta ?? false,
    altKey: held.alt ?? false,
    shiftKey: held.shift ?? false,
  });

describe('the name of a key', () => {
  it('is none for a modifier alone, nor for combinations of the browser’s', () => {
    for (const key of ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']) {
      assert.equal(press(key), undefined, key);
    }
    assert.equal(press('K', { ctrl: true, shift: true }), undefined);
    assert.equal(press('j', { ctrl: true, alt: true }), undefined);
    assert.equal(press('f', { alt: true }), undefined);
  });

  it('takes Ctrl and Cmd for the same', () => {
    assert.equal(press('k', { ctrl: true }), 'Mod+k');
    assert.equal(press('k', { meta: true }), 'Mod+k');
    assert.equal(press('K', { ctrl: true }), 'Mod+k');
  });

  it('does not depend on Caps Lock, and tells Shift from none', () => {
    assert.equal(press('J'), 'j');
    assert.equal(press('j', { shift: true }), 'J');
  });

  it('is the character, however a keyboard writes it', () => {
    assert.equal(press('?', { shift: true }), '?');
    assert.equal(press('?', { alt: true }), '?');
    assert.equal(press('/', { shift: true }), '/');
    assert.equal(press(' '), ' ');
    assert.equal(press('Escape'), 'Escape');
  });
});

describe('keys one after the other', () => {
  const firstKeys = new Set(['g']);

  it('go together only within a second and a half', () => {
    const keys = createKeySequence();
    assert.deepEqual(keys.read('g', { atMs: 0, firstKeys }), ['g']);
    assert.deepEqual(keys.read('e', { atMs: 1_501, firstKeys }), ['e']);
  });

  it('go together once', () => {
    const keys = createKeySequence();
    keys.read('g', { atMs: 0, firstKeys });
    assert.deepEqual(keys.read('e', { atMs: 1_500, firstKeys }), ['g e', 'e']);
    assert.deepEqual(keys.read('e', { atMs: 1_501, firstKeys }), ['e']);
  });

  it('begin with none but what something may follow', () => {
    const keys = createKeySequence();
    keys.read('j', { atMs: 0, firstKeys });
    assert.deepEqual(keys.read('e', { atMs: 1, firstKeys }), ['e']);
  });

  it('do not begin anew with their own second key', () => {
    const keys = createKeySequence();
    keys.read('g', { atMs: 0, firstKeys });
    assert.deepEqual(keys.read('g', { atMs: 1, firstKeys }), ['g g', 'g']);
    assert.deepEqual(keys.read('e', { atMs: 2, firstKeys }), ['e']);
  });
});

describe('a key in words', () => {
  const say = (key: string, isApple = false) => sayKeys(key, { isApple });

  it('is what stands on the keyboard', () => {
    assert.deepEqual(say('g e'), ['G', 'E']);
    assert.deepEqual(say('Mod+k'), ['Ctrl', 'K']);
    assert.deepEqual(say('Mod+k', true), ['⌘', 'K']);
    assert.deepEqual(say(' '), ['Space']);
    assert.deepEqual(say('Escape'), ['Esc']);
    assert.deepEqual(say('?'), ['?']);
    assert.deepEqual(say('/'), ['/']);
    assert.deepEqual(say('+'), ['+']);
  });
});
