import { median } from '../spread.ts';
import type { Audit } from './audit-page.ts';

export interface PagePlan {
  path: string;
  /** Whether it wants to be found: one that asks not to be listed has no SEO to speak of. */
  isIndexed: boolean;
  maxScriptBytes: number;
}

export interface PageResult {
  /** The medians of its runs; of the scores that have to be perfect, the lowest. */
  withWidget: Audit;
  withoutWidget: Audit;
  /** Which limits it misses, a line each. */
  misses: string[];
}

const MIN_PERFORMANCE = 95;
const MAX_WIDGET_COST_POINTS = 1;
const MAX_LARGEST_PAINT_MS = 1800;
const MAX_LAYOUT_SHIFT = 0.02;
const MAX_BLOCKING_MS = 100;

/** Holds a page's runs against its limits (docs/performance.md). Both lists have a run or more. */
export function judgePage(
  plan: PagePlan,
  runs: { withWidget: readonly Audit[]; withoutWidget: readonly Audit[] },
): PageResult {
  const withWidget = summarize(runs.withWidget);
  const withoutWidget = summarize(runs.withoutWidget);
  return {
    withWidget,
    withoutWidget,
    misses: missesOf({ plan, withWidget, withoutWidget }),
  };
}

function missesOf(results: { plan: PagePlan; withWidget: Audit; withoutWidget: Audit }): string[] {
  const { plan, withWidget, withoutWidget } = results;
  const misses: string[] = [];
  const check = (isKept: boolean, miss: string): void => {
    if (!isKept) misses.push(`${plan.path}: ${miss}`);
  };
  const scores = ['accessibility', 'bestPractices', 'seo'] as const;
  check(
    withWidget.performance >= MIN_PERFORMANCE,
    `performance ${withWidget.performance}, below ${MIN_PERFORMANCE}`,
  );
  for (const name of plan.isIndexed ? scores : scores.slice(0, 2)) {
    check(withWidget[name] === 100, `${name} ${withWidget[name]}, below 100`);
  }
  for (const failure of withWidget.failures) {
    check(!plan.isIndexed && failure.startsWith('is-crawlable:'), failure);
  }
  for (const name of ['performance', ...scores] as const) {
    const cost = withoutWidget[name] - withWidget[name];
    check(cost <= MAX_WIDGET_COST_POINTS, `the widget costs ${cost} points of ${name}`);
  }
  const { largestPaintMs, layoutShift, blockingMs, scriptBytes } = withWidget;
  check(largestPaintMs <= MAX_LARGEST_PAINT_MS, `LCP after ${Math.round(largestPaintMs)} ms`);
  check(layoutShift <= MAX_LAYOUT_SHIFT, `CLS ${layoutShift}`);
  check(blockingMs <= MAX_BLOCKING_MS, `TBT ${Math.round(blockingMs)} ms`);
  check(scriptBytes <= plan.maxScriptBytes, `${scriptBytes} bytes of scripts`);
  return misses;
}

function summarize(runs: readonly Audit[]): Audit {
  const middle = (pick: (audit: Audit) => number) => median(runs.map(pick));
  const lowest = (pick: (audit: Audit) => number) => Math.min(...runs.map(pick));
  return {
    performance: middle(({ performance }) => performance),
    accessibility: lowest(({ accessibility }) => accessibility),
    bestPractices: lowest(({ bestPractices }) => bestPractices),
    seo: lowest(({ seo }) => seo),
    largestPaintMs: middle(({ largestPaintMs }) => largestPaintMs),
    layoutShift: middle(({ layoutShift }) => layoutShift),
    blockingMs: middle(({ blockingMs }) => blockingMs),
    scriptBytes: middle(({ scriptBytes }) => scriptBytes),
    requests: middle(({ requests }) => requests),
    failures: [...new Set(runs.flatMap(({ failures }) => failures))],
  };
}
