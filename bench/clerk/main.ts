// What the clerk costs: CPU of a call, time to start, memory, and messages made to take long:
// `npm run bench:clerk`. `--quick` only shows that it runs.
import { execFile } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { median } from '../spread.ts';
import { DESKS, type DeskName, loadClerk } from './desks.ts';
import { hostileMessages } from './hostile-messages.ts';
import { measureCall, percentile } from './measure-calls.ts';
import { readMessages } from './read-messages.ts';
import type { StartFigures } from './start.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const plan = values.quick
  ? { messages: 5, warmUps: 1, rounds: 1, starts: 1, hostile: 3, hostileRounds: 1 }
  : { messages: 1000, warmUps: 2, rounds: 6, starts: 11, hostile: 1000, hostileRounds: 5 };
/** Turns before the newest message that the server sends along; see each desk.ts. */
const EARLIER_TURNS: Readonly<Record<DeskName, number>> = { 'front-desk': 12, 'back-office': 8 };
const SLOWEST_SHOWN = 3;
/** One for each time the messages are said: the clerk has read none of them before. */
const THANKS =
  'please|thanks|thank you|pls|thx|many thanks|thanks a lot|thank you so much|ty|please and thank you|thanks in advance|thank you very much|thanks so much|thank you kindly|thanks again|thanks a million'.split(
    '|',
  );

const run = promisify(execFile);
const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const row = (...cells: string[]): void => console.log(`| ${cells.join(' | ')} |`);

interface Calls {
  inWords: number[];
  all: number[];
}

/** Every message, the first time in this process and warmed up, alone and with those before it. */
async function measureCalls(desk: DeskName): Promise<{
  messages: number;
  cold: Calls;
  warm: Calls;
  later: Calls;
  resumed: Calls;
  hostile: Slow[];
}> {
  const clerk = (await loadClerk(desk))();
  const messages = (await readMessages(desk)).slice(0, plan.messages);
  let timesSaid = 0;
  const pass = async (earlier: number, isHeard = false): Promise<Calls> => {
    const calls: Calls = { inWords: [], all: [] };
    const ending = `${THANKS[timesSaid % THANKS.length]}${'!'.repeat(timesSaid / THANKS.length)}`;
    const said = messages.map((text) => `${text} ${ending}`);
    timesSaid += 1;
    for (const index of said.keys()) {
      const texts = said.slice(Math.max(0, index - earlier), index + 1);
      if (isHeard) await measureCall(clerk, desk, texts.slice(0, -1));
      const { ms, isInWords } = await measureCall(clerk, desk, texts);
      calls.all.push(ms);
      if (isInWords) calls.inWords.push(ms);
    }
    return calls;
  };
  const rounds = async (earlier: number, isHeard = false): Promise<Calls> => {
    const calls: Calls = { inWords: [], all: [] };
    for (let round = 0; round < plan.warmUps + plan.rounds; round += 1) {
      const { inWords, all } = await pass(earlier, isHeard);
      if (round < plan.warmUps) continue;
      calls.inWords.push(...inWords);
      calls.all.push(...all);
    }
    return calls;
  };
  const cold = await pass(0);
  const warm = await rounds(0);
  const later = await rounds(EARLIER_TURNS[desk], true);
  const resumed = await rounds(EARLIER_TURNS[desk]);
  const hostile: Slow[] = [];
  for (const { part, text } of hostileMessages().slice(0, plan.hostile)) {
    const times: number[] = [];
    for (let round = 0; round < plan.hostileRounds; round += 1) {
      // New each time: what was read of a message before is kept.
      times.push((await measureCall(clerk, desk, [`${'so '.repeat(round + 1)}${text}`])).ms);
    }
    hostile.push({ part, ms: median(times) });
  }
  hostile.sort((a, b) => b.ms - a.ms);
  return { messages: messages.length, cold, warm, later, resumed, hostile };
}

interface Slow {
  part: string;
  ms: number;
}

async function measureStarts(desk: DeskName): Promise<StartFigures> {
  const starts: StartFigures[] = [];
  for (let round = 0; round < plan.starts; round += 1) {
    const program = fileURLToPath(new URL('start.ts', import.meta.url));
    const { stdout } = await run(process.execPath, [
      ...process.execArgv,
      '--expose-gc',
      program,
      desk,
      (await readMessages(desk))[round] ?? 'hello',
    ]);
    starts.push(JSON.parse(stdout) as StartFigures);
  }
  const of = (key: keyof StartFigures): number => median(starts.map((one) => one[key]));
  return {
    loadMs: of('loadMs'),
    makeMs: of('makeMs'),
    startMs: of('startMs'),
    heldBytes: of('heldBytes'),
  };
}

console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}\n`);
row('CPU of one call of the clerk', 'messages', 'mean', 'median', 'p99');
row('---', '---', '---', '---', '---');
const slowest: [DeskName, Slow][] = [];
for (const desk of DESKS) {
  const { messages, cold, warm, later, resumed, hostile } = await measureCalls(desk);
  const tell = (what: string, times: readonly number[]): void => {
    if (times.length === 0) return;
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
    const figures = [mean, median(times), percentile(times, 0.99)].map(ms);
    row(`${desk}, ${what}`, String(messages), ...figures);
  };
  tell('answered without a tool', warm.inWords);
  tell('any', warm.all);
  tell(`any, after ${EARLIER_TURNS[desk]} turns`, later.all);
  tell(`any, after ${EARLIER_TURNS[desk]} turns it has not heard`, resumed.all);
  tell('any, first time in a fresh process', cold.all);
  slowest.push(...hostile.slice(0, SLOWEST_SHOWN).map((slow): [DeskName, Slow] => [desk, slow]));
}
console.log();
row(
  'fresh process',
  'CPU: modules read',
  'CPU: clerk made',
  'CPU: clerk made, and its first answer',
  'memory held',
);
row('---', '---', '---', '---', '---');
for (const desk of DESKS) {
  const { loadMs, makeMs, startMs, heldBytes } = await measureStarts(desk);
  row(desk, ms(loadMs), ms(makeMs), ms(startMs), `${(heldBytes / 1024 / 1024).toFixed(1)} MB`);
}
console.log();
row('slowest messages of 4,000 characters', 'CPU of one call, median');
row('---', '---');
for (const [desk, { part, ms: time }] of slowest) {
  row(`${desk}, ${JSON.stringify(part)} again and again`, ms(time));
}
