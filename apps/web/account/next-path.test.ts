import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNextPath, readStaffPath, withNextPath } from './next-path.ts';

describe('readNextPath', () => {
  for (const next of [
    'https://evil.example/',
    'HTTPS:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example/book',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '\t//evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/book/../..//evil.example',
    '/%2e%2e//evil.example',
    '/a\\..\\..\\\\evil.example',
    'evil.example',
    'book',
    '?step=review',
    '@evil.example',
    '.evil.example',
    '/book\u0000',
    '/bücher',
    '',
  ]) {
    it(`does not follow ${JSON.stringify(next)}`, () => {
      assert.equal(readNextPath(`?next=${encodeURIComponent(next)}`), null);
    });
  }

  for (const search of [
    '?next=%2F%2Fevil.example',
    '?next=%2F%5Cevil.example',
    '?next=//evil.example',
    '?next=/\\evil.example',
    '?next=%09//evil.example',
    '?next=/+/evil.example',
    '?next=/login',
    '?next=/register/?next=/book',
    '?next=/x/../login',
    '',
    '?other=/book',
  ]) {
    it(`goes nowhere from ${JSON.stringify(search)}`, () => {
      assert.equal(readNextPath(search), null);
    });
  }

  for (const next of [
    '/',
    '/dashboard',
    '/book?step=review',
    '/faq#insurance',
    '/a%2F%2Fb?x=//y',
  ]) {
    it(`follows ${next}`, () => {
      assert.equal(readNextPath(`?next=${encodeURIComponent(next)}`), next);
    });
  }

  it('keeps an address that is encoded twice a path of this origin', () => {
    assert.equal(readNextPath('?next=/%252F%252Fevil.example'), '/%2F%2Fevil.example');
  });

  it('takes the first of several', () => {
    assert.equal(readNextPath('?next=/book&next=//evil.example'), '/book');
  });
});

describe('withNextPath', () => {
  it('is read back as what it was', () => {
    const path = withNextPath('/login', '/book?step=review&x=1#a');
    assert.equal(path, '/login?next=%2Fbook%3Fstep%3Dreview%26x%3D1%23a');
    assert.equal(readNextPath(path.slice('/login'.length)), '/book?step=review&x=1#a');
  });

  it('adds nothing for null', () => {
    assert.equal(withNextPath('/login', null), '/login');
  });
});

describe('readStaffPath', () => {
  for (const next of [
    'https://evil.example/staff',
    '//evil.example/staff',
    '/\\evil.example/staff',
    '/staff/../dashboard',
    '/staffing',
    '/staff@evil.example',
    '/staff/sign-in',
    '/staff/sign-in/?next=/staff',
    '/dashboard',
    '/api/auth/sign-out',
    '',
  ]) {
    it(`does not follow ${JSON.stringify(next)}`, () => {
      assert.equal(readStaffPath(`?next=${encodeURIComponent(next)}`), null);
    });
  }

  for (const next of ['/staff', '/staff/', '/staff?peek=email:1', '/staff/emails/1?q=a#top']) {
    it(`follows ${next}`, () => {
      assert.equal(readStaffPath(`?next=${encodeURIComponent(next)}`), next);
    });
  }
});
