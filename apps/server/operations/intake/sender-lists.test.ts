import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registrableDomain } from './sender-domain.ts';
import { createSenderCheck } from './sender-lists.ts';

const check =
  (allowedSenders: string[], blockedSenders: string[]) =>
  (from: string, envelopeSender = '') =>
    createSenderCheck({ allowedSenders, blockedSenders })({ from, envelopeSender });

describe('sender lists', () => {
  it('refuses an entry that is neither address nor domain, naming it', () => {
    for (const entry of ['not a domain', '@', 'ann@', 'a@b c', 'example.com/x', '']) {
      assert.throws(() => check([], [entry])('a@b.example'), /neither an e-mail address/, entry);
    }
  });

  it('blocks an address, and nobody else of its domain', () => {
    const isWelcome = check([], ['spam@evil.example']);
    assert.equal(isWelcome('spam@evil.example'), false);
    assert.equal(isWelcome('Spam@EVIL.example'), false);
    assert.equal(isWelcome('other@evil.example'), true);
    assert.equal(isWelcome('spam@mail.evil.example'), true);
  });

  it('blocks a domain with its subdomains, and not one that merely ends like it', () => {
    for (const entry of ['evil.example', '@evil.example', '*.evil.example', 'EVIL.example.']) {
      const isWelcome = check([], [entry]);
      assert.equal(isWelcome('a@evil.example'), false, entry);
      assert.equal(isWelcome('a@mail.eu.evil.example'), false, entry);
      assert.equal(isWelcome('a@notevil.example'), true, entry);
      assert.equal(isWelcome('evil.example@fine.example'), true, entry);
    }
  });

  it('blocks by the SMTP envelope as well as by the header', () => {
    const isWelcome = check([], ['evil.example']);
    assert.equal(isWelcome('ann@fine.example', 'bounce@evil.example'), false);
    assert.equal(isWelcome('', 'bounce@evil.example'), false);
    assert.equal(isWelcome('ann@fine.example', 'bounce@fine.example'), true);
  });

  it('allows by the address that people will see: an envelope cannot vouch for a header', () => {
    const isWelcome = check(['fine.example'], []);
    assert.equal(isWelcome('ann@fine.example', 'bounce@mailer.example'), true);
    assert.equal(isWelcome('eve@evil.example', 'ann@fine.example'), false);
    assert.equal(isWelcome('', 'ann@fine.example'), true);
    assert.equal(isWelcome('', ''), false);
  });

  it('lets a blocked sender in by no means', () => {
    assert.equal(check(['evil.example'], ['evil.example'])('a@evil.example'), false);
    assert.equal(check(['a@evil.example'], ['evil.example'])('a@evil.example'), false);
  });

  it('takes international names in either spelling', () => {
    for (const entry of ['münchen.example', 'xn--mnchen-3ya.example', 'MÜNCHEN.example']) {
      const isWelcome = check([], [entry]);
      assert.equal(isWelcome('a@münchen.example'), false, entry);
      assert.equal(isWelcome('a@post.XN--MNCHEN-3YA.example'), false, entry);
      assert.equal(isWelcome('a@munchen.example'), true, entry);
    }
    assert.equal(check([], ['zo\u00eb@a.example'])('zoe\u0308@a.example'), false);
  });

  it('an address that is none is allowed by no list and matches no block by accident', () => {
    const strange = ['ann', '@', 'ann@', 'ann@fine.example/x', 'ann@fine.example?', 'a b'];
    for (const address of strange) {
      assert.equal(check(['fine.example'], [])(address), false, address);
      assert.equal(check([], ['fine.example'])(address), true, address);
    }
  });

  it('stays quick on long hostile addresses', () => {
    const isWelcome = check(['fine.example'], ['evil.example']);
    const startedAtMs = performance.now();
    for (const part of ['a.', '@', 'a@', '.', 'ä']) isWelcome(part.repeat(200_000));
    assert.ok(performance.now() - startedAtMs < 1_000);
  });
});

describe('registrableDomain', () => {
  it('is what someone registered', () => {
    const domains: [string, string][] = [
      ['ann@mail.vendor.co.uk', 'vendor.co.uk'],
      ['ann@VENDOR.example', 'vendor.example'],
      ['ann@shop.github.io', 'shop.github.io'],
      ['ann@büro.münchen.de', 'xn--mnchen-3ya.de'],
      ['ann@localhost', ''],
      ['ann@[127.0.0.1]', ''],
      ['ann@127.0.0.1', ''],
      ['ann', ''],
      ['', ''],
    ];
    for (const [address, domain] of domains) assert.equal(registrableDomain(address), domain);
  });
});
