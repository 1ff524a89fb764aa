import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AgentFigures } from '@deskbell/protocol';
import { sayAgentCost, sayAgentTrend, sayErrors, sayRunTime, saySlowest } from './say-figures.ts';

const day = (
  name: string,
  runs: number,
  average_ms: number | null,
): AgentFigures['trend'][number] => ({
  day: name,
  runs,
  failed: runs > 1 ? 1 : 0,
  average_ms,
  average_confidence: null,
  fallback_share: null,
  disputed_share: null,
});

describe('figures of an agent', () => {
  it('never say a price that is not known', () => {
    assert.equal(sayAgentCost({ cost_nano_usd: 0, unpriced_runs: 3, runs: 3 }), 'unknown');
    assert.equal(
      sayAgentCost({ cost_nano_usd: 2e9, unpriced_runs: 1, runs: 3 }),
      '$2.00 and 1 run of unknown price',
    );
    assert.equal(sayAgentCost({ cost_nano_usd: 2e9, unpriced_runs: 0, runs: 3 }), '$2.00');
  });

  it('do not round what was fast to nothing, nor make up what was slow', () => {
    assert.deepEqual([null, 0.4, 1.2, 1_500].map(sayRunTime), ['–', 'under 1 ms', '1 ms', '1.5 s']);
    assert.equal(saySlowest(60_000), 'over 55 s');
  });

  it('say what went wrong in words, alike things together', () => {
    assert.equal(sayErrors([]), undefined);
    assert.equal(
      sayErrors([
        { code: 'model_not_json', runs: 3 },
        { code: 'model_against_schema', runs: 2 },
        { code: 'something_new', runs: 1 },
      ]),
      'The language model gave no usable answer (5), something new (1).',
    );
  });
});

describe('a trend of an agent in words', () => {
  it('says when nothing ran', () => {
    assert.equal(sayAgentTrend([day('2026-11-21', 0, null)]), 'No runs in these days.');
    assert.equal(sayAgentTrend([]), 'No runs in these days.');
  });

  it('says how much, how long and when most', () => {
    assert.equal(
      sayAgentTrend([
        day('2026-11-20', 1, 0.5),
        day('2026-11-21', 4, 1_500),
        day('2026-11-22', 0, null),
      ]),
      'Fri, Nov 20 to Sun, Nov 22: 5 runs, 1 failed, most on Sat, Nov 21 (4). A day’s average time was from under 1 ms to 1.5 s.',
    );
  });
});
