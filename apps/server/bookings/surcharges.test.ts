import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../platform/calendar-date.ts';
import type { SurchargeRule } from './catalogue.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';
import { appliesOn, surchargeOf, surchargesOn } from './surcharges.ts';

const { surchargeRules } = readShippedCatalogue();

function daysOf(rule: SurchargeRule, year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (appliesOn(rule, day)) days.push(day);
  }
  return days;
}

const peakRules = surchargeRules.filter(({ kind }) => kind === 'peak');

test('the peak rules give exactly the peak days of 2026', () => {
  assert.equal(peakRules.length, 2);
  for (const rule of peakRules) {
    assert.deepEqual(daysOf(rule, 2026), [
      '2026-05-25',
      '2026-06-30',
      '2026-07-01',
      '2026-07-04',
      '2026-07-31',
      '2026-08-31',
      '2026-09-07',
      '2026-09-14',
      '2026-09-15',
      '2026-09-16',
      '2026-09-17',
      '2026-09-18',
      '2026-09-19',
      '2026-09-20',
      '2026-09-21',
      '2026-09-22',
    ]);
  }
});

test('in another year the holidays move with their weekday', () => {
  const days = daysOf(peakRules[0] as SurchargeRule, 2027);
  assert.ok(days.includes('2027-05-31'), 'Memorial Day, the last Monday of May');
  assert.ok(days.includes('2027-09-06'), 'Labor Day, the first Monday of September');
  assert.ok(!days.includes('2027-05-25') && !days.includes('2027-09-07'));
  assert.equal(days.length, 16);
});

test('a peak day on a weekend costs the peak surcharge once', () => {
  // 4 July 2026 is a Saturday.
  for (const serviceType of ['mini_move', 'standard_delivery'] as const) {
    const rule = surchargeOf(surchargeRules, { serviceType, date: '2026-07-04' });
    assert.equal(rule?.kind, 'peak');
  }
  assert.deepEqual(
    surchargesOn(surchargeRules, '2026-07-04').map(({ name }) => name),
    ['Peak date - Mini Move', 'Peak date - Standard Delivery'],
  );
});

test('Saturdays and Sundays cost the weekend surcharge, other days nothing', () => {
  const of = (date: string) => surchargeOf(surchargeRules, { serviceType: 'mini_move', date });
  assert.equal(of('2026-11-20'), undefined);
  assert.deepEqual([of('2026-11-21')?.amountCents, of('2026-11-22')?.kind], [17500, 'weekend']);
  assert.equal(of('2026-11-23'), undefined);
  assert.deepEqual(surchargesOn(surchargeRules, '2026-11-20'), []);
});

test('airport transfers have no surcharge by date', () => {
  const rule = surchargeOf(surchargeRules, { serviceType: 'blade_transfer', date: '2026-07-04' });
  assert.equal(rule, undefined);
});

test('a range across New Year covers both of its ends', () => {
  const rule: SurchargeRule = {
    name: 'Holidays',
    kind: 'peak',
    serviceType: 'mini_move',
    amountCents: 100,
    days: [{ from: '12-30', to: '01-02' }],
  };
  const days = ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-02', '2027-01-03'];
  assert.deepEqual(
    days.filter((day) => appliesOn(rule, day)),
    ['2026-12-30', '2026-12-31', '2027-01-02'],
  );
});
