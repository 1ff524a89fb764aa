import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Audit } from './audit-page.ts';
import { judgePage } from './judge-page.ts';

const plan = { path: '/', isIndexed: true, maxScriptBytes: 60_000 };
const perfect: Audit = {
  performance: 100,
  accessibility: 100,
  bestPractices: 100,
  seo: 100,
  largestPaintMs: 1200,
  layoutShift: 0,
  blockingMs: 0,
  scriptBytes: 10_000,
  requests: 4,
  failures: [],
};
const missesOf = (withWidget: Partial<Audit>[], withoutWidget: Partial<Audit>[] = [{}]) =>
  judgePage(plan, {
    withWidget: withWidget.map((changes) => ({ ...perfect, ...changes })),
    withoutWidget: withoutWidget.map((changes) => ({ ...perfect, ...changes })),
  }).misses;

test('each limit that a page misses is said', () => {
  assert.deepEqual(missesOf([{ performance: 94 }], [{ performance: 94 }]), [
    '/: performance 94, below 95',
  ]);
  assert.deepEqual(missesOf([{ performance: 97 }], [{ performance: 99 }]), [
    '/: the widget costs 2 points of performance',
  ]);
  assert.deepEqual(missesOf([{ largestPaintMs: 1801 }]), ['/: LCP after 1801 ms']);
  assert.deepEqual(missesOf([{ layoutShift: 0.03 }]), ['/: CLS 0.03']);
  assert.deepEqual(missesOf([{ blockingMs: 101 }]), ['/: TBT 101 ms']);
  assert.deepEqual(missesOf([{ scriptBytes: 60_001 }]), ['/: 60001 bytes of scripts']);
});

test('a score that has to be perfect counts as its lowest run, performance as its median', () => {
  assert.deepEqual(missesOf([{ seo: 100 }, { seo: 99 }, { seo: 100 }]), ['/: seo 99, below 100']);
  assert.deepEqual(missesOf([{ performance: 60 }, { performance: 99 }, { performance: 99 }]), []);
});

test('a page that asks not to be listed keeps to everything but SEO', () => {
  const crawling = 'is-crawlable: Page is blocked from indexing';
  const unlisted = { ...perfect, seo: 63, failures: [crawling] };
  const runs = { withWidget: [unlisted], withoutWidget: [unlisted] };
  assert.deepEqual(judgePage({ ...plan, isIndexed: false }, runs).misses, []);
  assert.deepEqual(judgePage(plan, runs).misses, ['/: seo 63, below 100', `/: ${crawling}`]);
});
