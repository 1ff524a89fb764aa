import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AgentName, placeBars } from './place-bars.ts';

const START = Date.parse('2026-11-22T08:00:00.000Z');
/** An output that was stored so many milliseconds after the start. */
const output = (agent_type: AgentName, storedAtMs: number, execution_time_ms: number) => ({
  agent_type,
  execution_time_ms,
  created_at: new Date(START + storedAtMs).toISOString(),
});
const placed = (...outputs: ReturnType<typeof output>[]) => {
  const { bars, ...timeline } = placeBars(outputs);
  return {
    ...timeline,
    bars: bars.map(({ agent, startMs, endMs }) => [agent, startMs, endMs]),
  };
};

test('without outputs there are no bars, and still an axis', () => {
  assert.deepEqual(placed(), { bars: [], totalMs: 1, placement: 'measured', pauses: [] });
});

test('a moment that is none, and a length below nothing, break nothing', () => {
  const broken = { ...output('triage', 0, -5), created_at: 'yesterday' };
  assert.deepEqual(placed(broken, output('task', 3, Number.NaN)), {
    bars: [
      ['triage', 0, 0],
      ['task', 0, 0],
    ],
    totalMs: 1,
    placement: 'in_order',
    pauses: [],
  });
});

test('agents that were stored one after another stand where they worked, gaps included', () => {
  assert.deepEqual(
    placed(
      output('triage', 100, 100),
      output('deadline', 250, 140),
      output('task', 180, 70),
      output('context', 400, 130),
    ),
    {
      bars: [
        ['triage', 0, 100],
        ['deadline', 110, 250],
        ['task', 110, 180],
        ['context', 270, 400],
      ],
      totalMs: 400,
      placement: 'measured',
      pauses: [],
    },
  );
});

test('a millisecond of rounding is no contradiction between long bars', () => {
  const { placement } = placed(output('triage', 100, 100), output('task', 199, 100));
  assert.equal(placement, 'measured');
});

test('a mail worked on in one go is laid out in the order of work, not all at once', () => {
  assert.deepEqual(
    placed(
      output('triage', 12, 2),
      output('deadline', 12, 5),
      output('task', 12, 1),
      output('context', 12, 1),
    ),
    {
      bars: [
        ['triage', 0, 2],
        ['deadline', 2, 7],
        ['task', 2, 3],
        ['context', 7, 8],
      ],
      totalMs: 8,
      placement: 'in_order',
      pauses: [],
    },
  );
});

test('what an earlier try had finished stands before the pause, which the axis leaves out', () => {
  const hour = 3_600_000;
  const timeline = placed(
    output('deadline', 100, 100),
    output('triage', hour + 100, 100),
    output('context', hour + 300, 100),
  );
  assert.equal(timeline.placement, 'measured');
  assert.deepEqual(timeline.pauses, [{ atMs: 100, lengthMs: hour - 100 }]);
  const [deadline, triage, context] = timeline.bars;
  assert.deepEqual(deadline, ['deadline', 0, 100]);
  assert.ok(Number(triage?.[1]) > 100 && Number(triage?.[1]) < 140, String(triage));
  assert.equal(Number(context?.[2]) - Number(context?.[1]), 100);
  assert.equal(timeline.totalMs, context?.[2]);
});

test('two pauses are both left out', () => {
  const day = 86_400_000;
  const timeline = placed(
    output('deadline', 100, 100),
    output('triage', day, 100),
    output('context', 2 * day, 100),
  );
  assert.equal(timeline.pauses.length, 2);
  assert.ok(timeline.totalMs < 400, String(timeline.totalMs));
});
