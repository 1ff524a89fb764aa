import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentRows, sayTimeline } from './agent-rows.ts';
import { adviceFor, ranMs, sayFallback, sayProgress, waitedMs } from './explain-failure.ts';
import { placeBars } from './place-bars.ts';

const times = {
  accepted_at: '2026-11-22T08:00:00.000Z',
  started_at: '2026-11-22T08:00:05.000Z',
  completed_at: '2026-11-22T08:00:06.500Z',
};
const failed = { ...times, status: 'failed', attempts: 1 } as const;

test('what is not known is not said', () => {
  assert.equal(waitedMs({ ...failed, started_at: null }), undefined);
  assert.equal(waitedMs({ ...failed, attempts: 3 }), undefined, 'its first start is not kept');
  assert.equal(ranMs({ ...failed, completed_at: null }), undefined);
  assert.equal(ranMs({ ...failed, status: 'cancelled' }), undefined, 'its end is no try’s end');
  assert.equal(sayProgress({ ...failed, started_at: null }), 'It failed.');
});

test('clocks that disagree make no time less than nothing', () => {
  const early = { ...failed, started_at: '2026-11-22T07:59:59.000Z' };
  assert.equal(waitedMs(early), 0);
});

test('each status has its sentence', () => {
  assert.equal(waitedMs(failed), 5_000);
  assert.equal(sayProgress(failed), 'It failed after 1.5 s.');
  assert.equal(
    sayProgress({ ...failed, status: 'completed', attempts: 2 }),
    'It completed on try 2 in 1.5 s.',
  );
  assert.equal(
    sayProgress({ ...failed, status: 'pending', attempts: 0 }),
    'It waits for its turn.',
  );
  assert.equal(sayProgress({ ...failed, status: 'pending' }), 'It waits for another try.');
});

test('nobody is told to try again what ends the same way, and an unknown code has advice too', () => {
  assert.match(adviceFor('too_deep'), /^Another try ends the same way/);
  assert.match(adviceFor('crashed'), /^Try it once more/);
  assert.match(adviceFor('of_tomorrow'), /^Try it once more/);
  assert.match(adviceFor(null), /^Try it once more/);
});

test('only codes of a model say why the rules answered', () => {
  assert.equal(sayFallback(null), undefined);
  assert.equal(sayFallback('time_limit'), undefined);
  assert.equal(
    sayFallback('model_unavailable'),
    'The rules answered: no language model was available.',
  );
  assert.equal(sayFallback('model_of_tomorrow'), 'The rules answered: the language model failed.');
});

test('agents without an output say why, and the summary says what there is', () => {
  const none = {
    status: 'failed',
    agent_outputs: [],
    metadata: {
      subject: '',
      sender: '',
      recipient: '',
      has_attachments: false,
      attachment_count: 0,
    },
  } as const;
  const missing = (status: 'failed' | 'running' | 'completed') =>
    agentRows({ ...none, agent_outputs: [], status }).map((row) => row.missing);
  assert.deepEqual(new Set(missing('failed')), new Set(['It did not get to it.']));
  assert.deepEqual(new Set(missing('running')), new Set(['Not yet.']));
  assert.equal(missing('completed')[1], 'The mail has no files.');
  assert.equal(
    sayTimeline({ agent_outputs: [], status: 'failed' }, placeBars([])),
    'It ended before an agent came to it.',
  );
});
