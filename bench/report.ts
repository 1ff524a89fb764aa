import { loadNames } from './plan.ts';
import type { Measured, Pair } from './run-plan.ts';
import { type Spread, spreadOf } from './spread.ts';

/** One line of the result: both servers' medians, and how they compare within each round. */
export interface Row {
  what: string;
  bare: number;
  deskbell: number;
  comparison: Spread;
  unit: 'ratio' | 'ms' | 'KB';
  /** From docs/performance.md; null where there is no aim. */
  aim: number | null;
}

const loadTitles = { paced: 'paced deltas', burst: 'deltas in bursts', alone: 'one customer' };
const cpuAims = { paced: 1.4, burst: 1.8, alone: null };

export function rowsOf({ loads, memory }: Measured): Row[] {
  const cpu = loadNames.map((name) =>
    createRow(
      { what: `CPU per turn, ${loadTitles[name]}`, unit: 'ratio', aim: cpuAims[name] },
      loads[name].map((pair) => pick(pair, ({ cpuMsPerTurn }) => cpuMsPerTurn)),
    ),
  );
  const firstToken = loadNames.map((name) =>
    createRow(
      { what: `first token, ${loadTitles[name]}`, unit: 'ms', aim: 5 },
      loads[name].map((pair) => pick(pair, ({ firstTokenMs }) => firstTokenMs)),
    ),
  );
  const hasPostgres = loads.paced.some(({ deskbell }) => deskbell.postgresCpuMsPerTurn > 0);
  const postgres = (hasPostgres ? loadNames : []).map((name) =>
    createRow(
      { what: `PostgreSQL CPU per turn, ${loadTitles[name]}`, unit: 'ms', aim: null },
      loads[name].map((pair) => pick(pair, ({ postgresCpuMsPerTurn }) => postgresCpuMsPerTurn)),
    ),
  );
  const perStream = [
    createRow(
      { what: 'memory per open stream, live', unit: 'KB', aim: 200 },
      memory.map((pair) => pick(pair, ({ liveKbPerStream }) => liveKbPerStream)),
    ),
    createRow(
      { what: 'memory per open stream, resident', unit: 'KB', aim: 200 },
      memory.map((pair) => pick(pair, ({ residentKbPerStream }) => residentKbPerStream)),
    ),
  ];
  return [...cpu, ...firstToken, ...perStream, ...postgres];
}

function pick<Figures>(pair: Pair<Figures>, from: (figures: Figures) => number): Pair<number> {
  return { bare: from(pair.bare), deskbell: from(pair.deskbell) };
}

function createRow(row: Pick<Row, 'what' | 'unit' | 'aim'>, pairs: Pair<number>[]): Row {
  return {
    ...row,
    bare: spreadOf(pairs.map(({ bare }) => bare)).median,
    deskbell: spreadOf(pairs.map(({ deskbell }) => deskbell)).median,
    comparison: spreadOf(pairs.map((pair) => compare(row, pair))),
  };
}

/** Costs are set against the bare server's; memory has an aim of its own; waiting times are added. */
function compare({ unit }: Pick<Row, 'unit'>, { bare, deskbell }: Pair<number>): number {
  if (unit === 'ratio') return deskbell / bare;
  return unit === 'ms' ? deskbell - bare : deskbell;
}

/** A Markdown table, so that it can go into docs/performance.md as it is. */
export function formatRows(rows: readonly Row[]): string {
  const cells = rows.map(({ what, bare, deskbell, comparison, unit, aim }) => {
    const format = formats[unit];
    const { median, min, max } = comparison;
    return [
      what,
      `**${format(median)}**`,
      `${format(min)} – ${format(max)}`,
      aim === null ? '' : `≤ ${format(aim)}${median <= aim ? '' : ' (missed)'}`,
      absolute(unit, bare),
      absolute(unit, deskbell),
    ];
  });
  const table = [['', 'compared', 'in all rounds', 'aim', 'bare', 'Deskbell'], ...cells];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  const lines = table.map(
    (line) => `| ${line.map((cell, index) => cell.padEnd(widths?.[index] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${widths?.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

const formats: Record<Row['unit'], (value: number) => string> = {
  ratio: (value) => `${value.toFixed(2)} x`,
  ms: (value) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)} ms`,
  KB: (value) => `${Math.round(value)} KB`,
};

function absolute(unit: Row['unit'], value: number): string {
  return unit === 'KB' ? `${Math.round(value)} KB` : `${value.toFixed(2)} ms`;
}
