import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OverviewTile } from '@deskbell/protocol';
import { sayBeside, sayTrend } from './tile-words.ts';

const days = (...values: (number | null)[]): OverviewTile['trend']['days'] =>
  values.map((value, index) => ({ day: `2026-11-${String(index + 9).padStart(2, '0')}`, value }));

const tile = (change: Partial<OverviewTile>): OverviewTile => ({
  key: 'emails_today',
  unit: 'count',
  value: 6,
  comparison: { with: 'yesterday', value: 4 },
  trend: { of: 'value', days: days(5, 6) },
  ...change,
});

describe('what stands below a figure', () => {
  it('is never a number that was not there', () => {
    const nothing = { value: null, comparison: { with: 'last_7_days', value: null } } as const;
    assert.equal(sayBeside(tile({ ...nothing, unit: 'share' })), 'nothing yet');
    assert.equal(sayBeside(tile({ ...nothing, value: 3 })), 'nothing before');
    const later = { value: null, comparison: { with: 'last_7_days', value: 900 } } as const;
    assert.equal(
      sayBeside(tile({ ...later, unit: 'milliseconds' })),
      'none yet today, 900 ms in the 7 days before',
    );
    assert.equal(sayBeside(tile({ comparison: { with: 'yesterday', value: 0 } })), '0 yesterday');
  });

  it('is the earlier figure in the same unit', () => {
    assert.equal(sayBeside(tile({})), '4 yesterday');
    const share = { unit: 'share', value: 1, comparison: { with: 'last_7_days', value: 0.964 } };
    assert.equal(sayBeside(tile(share as Partial<OverviewTile>)), '96% in the 7 days before');
  });

  it('is what the line counts, when the figure is only known for now', () => {
    const open = tile({ comparison: null, trend: { of: 'tasks_created', days: days(1, 2) } });
    assert.equal(sayBeside(open), 'new tasks, day by day');
  });
});

describe('a trend in words', () => {
  it('leaves out days that have no figure', () => {
    assert.equal(
      sayTrend(tile({ trend: { of: 'value', days: days(null, 5, 3, 8, null) } })),
      'Day by day, Mon, Nov 9 to Fri, Nov 13: from 3 to 8, the highest on Thu, Nov 12.',
    );
    assert.equal(
      sayTrend(tile({ trend: { of: 'value', days: days(null, null) } })),
      'Nothing to show in these days.',
    );
  });

  it('says what it counts beside the figure', () => {
    const trend = { of: 'reviews_opened', days: days(2, 2) } as const;
    assert.equal(
      sayTrend(tile({ trend: { ...trend, days: [...trend.days] } })),
      'New ones, day by day, Mon, Nov 9 to Tue, Nov 10: always 2.',
    );
  });
});
