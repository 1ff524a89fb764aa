import { parseArgs } from 'node:util';
import { createGroundingFilter } from '../../apps/server/desks/grounding/create-grounding-filter.ts';
import { splitSentences } from '../../apps/server/desks/grounding/split-sentences.ts';
import { HELD_OUT_ANSWERS } from '../../apps/server/desks/grounding/test-answers/held-out-answers.ts';
import { createLies } from '../../apps/server/desks/grounding/test-answers/lying-answers.ts';
import { testGrounds } from '../../apps/server/desks/grounding/test-answers/test-grounds.ts';

/**
 * What the grounding check adds to an answer beside waiting for the end of its sentences; see
 * docs/performance.md. `--quick` only shows that it runs.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const rounds = values.quick ? 1 : 20;
const RUNS = 3;
const OFFER = 'Please call us.';
/** What waits no longer than this waits for the end of its word. */
const LONGEST_WORD = 25;
const DELTA = /[\s\S]{1,12}/g;
const HOSTILE = ['$1 ', 'two hundred and ', 'dec 5 and ', 'your booking ', '1,', '| 1 |\n', 'a'];

const results = [
  {
    line_items: [{ label: 'Petite Move', amount: 995 }],
    estimated_total: 995,
    serviceable: true,
    surcharge: false,
    message: 'We serve ZIP code 10001 (Manhattan, NY) without a surcharge.',
    suggestion: '',
    dates: ['02', '03', '04', '05'].map((day) => ({
      date: `2026-12-${day}`,
      availability: day === '04' ? 'busy' : 'available',
      blocked: false,
    })),
    bookings: [6, 7, 8].map((number) => ({
      booking_number: `TT-00000${number}`,
      service: 'Mini Move',
      status: 'paid',
      pickup_date: '2026-12-05',
      total: 995,
    })),
    prefill_data: { pickup_date: '2026-12-09' },
    total_spent: 995,
    total_bookings: 3,
    upcoming: 1,
  },
];
const answers = [...HELD_OUT_ANSWERS, ...createLies(100, 9)].map(({ say }) => say(results));

const grounds = () =>
  testGrounds({ heard: ['Hello'], results: [{ tool: 'all', content: results[0] }] });
const create = () => createGroundingFilter({ grounds, offer: OFFER });

const callMs: number[] = [];
const answerMs: number[] = [];
let sentences = 0;
for (let round = -2; round < rounds; round += 1) {
  for (const answer of answers) {
    const filter = create();
    const costs = [...(answer.match(DELTA) ?? []), undefined].map((piece) => {
      const startedAt = performance.now();
      if (piece === undefined) filter.end();
      else filter.push(piece);
      return performance.now() - startedAt;
    });
    if (round < 0) continue;
    callMs.push(...costs);
    answerMs.push(costs.reduce((sum, cost) => sum + cost, 0));
    sentences += splitSentences(answer, '').length;
  }
}

const at = (sorted: readonly number[], share: number): string =>
  `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(3)} ms`;
const calls = callMs.toSorted((a, b) => a - b);
const wholeMs = callMs.reduce((sum, cost) => sum + cost, 0);
const rows: [string, string][] = [
  ['added by one delta, p50', at(calls, 0.5)],
  ['added by one delta or the end of a sentence, p99 (aim: at most 30 ms)', at(calls, 0.99)],
  ['the same, largest', at(calls, 1)],
  [
    'CPU of a whole answer, p50',
    at(
      answerMs.toSorted((a, b) => a - b),
      0.5,
    ),
  ],
  ['CPU of a sentence, mean', `${(wholeMs / sentences).toFixed(3)} ms`],
  ['honest text that is passed on word by word', `${Math.round(100 * shareUnheld())} %`],
  ...HOSTILE.map((unit): [string, string] => [
    `100 KB of ${JSON.stringify(unit)}, 50 KB = 1`,
    inWords(hostileMs(unit, 100_000), hostileMs(unit, 50_000)),
  ]),
];
for (const [name, figure] of rows) process.stdout.write(`${name.padEnd(72)} ${figure}\n`);

function inWords(ms: number, halfMs: number): string {
  return `${(ms / halfMs).toFixed(2)} (${ms.toFixed(0)} ms)`;
}

/** The part of honest answers, in characters, that goes out as soon as its word is whole. */
function shareUnheld(): number {
  let characters = 0;
  let passed = 0;
  for (const { say } of HELD_OUT_ANSWERS) {
    const answer = say(results);
    const filter = create();
    let out = 0;
    Array.from(answer).forEach((character, index) => {
      const { length } = filter.push(character);
      // The first of what comes out has waited longest.
      if (length > 0 && index - out <= LONGEST_WORD) passed += length;
      out += length;
    });
    characters += answer.length;
  }
  return passed / characters;
}

function hostileMs(unit: string, length: number): number {
  const pieces = unit.repeat(Math.ceil(length / unit.length)).match(DELTA) ?? [];
  const runs = Array.from({ length: RUNS }, () => {
    const filter = create();
    const startedAt = performance.now();
    for (const piece of pieces) filter.push(piece);
    filter.end();
    return performance.now() - startedAt;
  });
  return Math.min(...runs);
}
