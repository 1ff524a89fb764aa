import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgentOutput } from '@deskbell/protocol';
import { cutAtMarks, markEvidence } from './mark-evidence.ts';
import { shownLength } from './shorten-text.ts';

const output = (
  agent_type: AgentOutput['agent_type'],
  quotes: readonly (string | [AgentOutput['evidence'][number]['where'], string])[],
): AgentOutput => ({
  agent_type,
  status: 'completed',
  findings: {},
  confidence: 1,
  next_actions: [],
  evidence: quotes.map((quote) =>
    typeof quote === 'string'
      ? { finding: 'tasks[0]', quote, where: 'body' }
      : { finding: 'tasks[0]', quote: quote[1], where: quote[0] },
  ),
  execution_time_ms: 1,
  model_used: 'rules@1',
  is_disputed: null,
  error_code: null,
  input_tokens: 0,
  output_tokens: 0,
  cost_nano_usd: 0,
  created_at: '2026-11-22T08:00:00.000Z',
});

/** The runs of one new segment: its text, and the ids of the quotes over it. */
const runsOf = (text: string, ...outputs: AgentOutput[]) => {
  const { segments } = markEvidence({ subject: '', segments: [{ kind: 'new', text }] }, outputs);
  const runs = cutAtMarks(text, segments[0] ?? []);
  assert.equal(runs.map((run) => run.text).join(''), text, 'the runs together are the text');
  return runs.map((run) => [run.text, ...run.quotes.map(({ id }) => id)]);
};

test('what does not occur in the mail is listed and marked nowhere', () => {
  const mail = {
    subject: 'Pay soon',
    segments: [{ kind: 'new' as const, text: 'Pay by Friday.' }],
  };
  const marked = markEvidence(mail, [
    output('task', ['by Monday', '', ['subject', 'by Friday'], ['attachment', 'Pay by Friday.']]),
  ]);
  assert.deepEqual(marked.segments, [[]]);
  assert.deepEqual(marked.subject, []);
  assert.deepEqual(
    marked.quotes.map(({ id, isMarked }) => [id, isMarked]),
    [
      ['task-1', false],
      ['task-2', false],
      ['task-3', false],
      ['task-4', false],
    ],
  );
});

test('a mail that has not been read has nothing to mark', () => {
  const marked = markEvidence({ subject: '', segments: null }, [output('task', ['by Friday'])]);
  assert.deepEqual(marked.segments, []);
  assert.equal(marked.quotes[0]?.isMarked, false);
});

test('a text without marks is one run, and an empty one has none', () => {
  assert.deepEqual(runsOf('Pay by Friday.'), [['Pay by Friday.']]);
  assert.deepEqual(cutAtMarks('', []), []);
});

test('quotes that overlap are cut where each begins and ends', () => {
  assert.deepEqual(
    runsOf(
      'Please pay invoice 7 by Friday.',
      output('deadline', ['invoice 7 by Friday']),
      output('task', ['pay invoice 7']),
    ),
    [
      ['Please '],
      ['pay ', 'task-1'],
      ['invoice 7', 'deadline-1', 'task-1'],
      [' by Friday', 'deadline-1'],
      ['.'],
    ],
  );
});

test('a quote within another, and the same words twice, keep all their names', () => {
  const text = 'Pay by Friday.';
  assert.deepEqual(runsOf(text, output('task', [text]), output('deadline', ['Friday', 'Friday'])), [
    ['Pay by ', 'task-1'],
    ['Friday', 'task-1', 'deadline-1', 'deadline-2'],
    ['.', 'task-1'],
  ]);
});

test('each quote begins and ends once, also over the end of a segment', () => {
  const segments = [
    { kind: 'new' as const, text: 'Pay by ' },
    { kind: 'quoted' as const, text: 'never' },
    { kind: 'new' as const, text: ' Friday' },
  ];
  const marked = markEvidence({ subject: '', segments }, [output('task', ['pay by friday'])]);
  const runs = segments.flatMap(({ text }, index) =>
    cutAtMarks(text, marked.segments[index] ?? []),
  );
  const ids = (name: 'beginning' | 'ending') =>
    runs.flatMap((run) => run[name].map(({ id }) => `${id} ${run.text}`));
  assert.deepEqual(ids('beginning'), ['task-1 Pay by ']);
  assert.deepEqual(ids('ending'), ['task-1 Friday']);
});

test('right-to-left text and emoji are cut between letters', () => {
  assert.deepEqual(runsOf('שלום, נא לשלם עד יום שישי.', output('task', ['לשלם עד יום'])), [
    ['שלום, נא '],
    ['לשלם עד יום', 'task-1'],
    [' שישי.'],
  ]);
  assert.deepEqual(runsOf('🚚🚚 come 👩‍👩‍👧 at 5 🕔', output('task', ['👩‍👩‍👧 at 5'])), [
    ['🚚🚚 come '],
    ['👩‍👩‍👧 at 5', 'task-1'],
    [' 🕔'],
  ]);
});

test('markup in a mail is text like any other', () => {
  const text = '<mark>pay</mark> & <script>alert(1)</script>';
  assert.deepEqual(runsOf(text, output('task', ['<script>alert(1)'])), [
    ['<mark>pay</mark> & '],
    ['<script>alert(1)', 'task-1'],
    ['</script>'],
  ]);
});

test('marks beyond the end of what is shown are left out or end with it', () => {
  const text = 'Please pay by Friday.';
  const { segments } = markEvidence({ subject: '', segments: [{ kind: 'new', text }] }, [
    output('task', ['pay by', 'Friday']),
  ]);
  const runs = cutAtMarks(text.slice(0, 10), segments[0] ?? []);
  assert.deepEqual(
    runs.map((run) => [run.text, ...run.quotes.map(({ id }) => id)]),
    [['Please '], ['pay', 'task-1']],
  );
});

test('a long text is first shown up to a line or a word, never half a letter', () => {
  assert.equal(shownLength('short', 10), 5);
  assert.equal(shownLength('x'.repeat(11), 10), 11, 'a little more is shown at once');
  assert.equal(shownLength(`${'word '.repeat(5)}`, 12), 9);
  assert.equal(shownLength('one two\nthree four', 10), 7);
  assert.equal(shownLength('😀'.repeat(20), 11), 10);
});
