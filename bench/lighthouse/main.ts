// Lighthouse on the website's pages, on the server as `npm start` runs it, with the chat bubble and
// without it: `npm run bench:lighthouse`. Ends with 1 when a page misses a limit.
// `-- --runs 1 --pages /,/book` measures less.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServerProcess } from '../server-process.ts';
import { type Audit, auditPage } from './audit-page.ts';
import { installLighthouse } from './install-lighthouse.ts';
import { judgePage, type PagePlan } from './judge-page.ts';
import packageJson from './package.json' with { type: 'json' };
import { startPageProxy } from './start-page-proxy.ts';

const MARKETING_SCRIPT_BYTES = 60_000;
const WIZARD_SCRIPT_BYTES = 90_000;
const plans: PagePlan[] = [
  { path: '/', isIndexed: true, maxScriptBytes: MARKETING_SCRIPT_BYTES },
  { path: '/services', isIndexed: true, maxScriptBytes: MARKETING_SCRIPT_BYTES },
  { path: '/faq', isIndexed: true, maxScriptBytes: MARKETING_SCRIPT_BYTES },
  { path: '/book', isIndexed: true, maxScriptBytes: WIZARD_SCRIPT_BYTES },
  { path: '/login', isIndexed: false, maxScriptBytes: WIZARD_SCRIPT_BYTES },
  { path: '/register', isIndexed: false, maxScriptBytes: WIZARD_SCRIPT_BYTES },
];

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    pages: { type: 'string', default: plans.map(({ path }) => path).join(',') },
  },
});
const runs = Math.max(1, Number(values.runs));
const wanted = values.pages.split(',');
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const folder = await mkdtemp(join(tmpdir(), 'deskbell-lighthouse-'));
const cleanUps: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
try {
  const lighthouse = await installLighthouse();
  const server = await startServerProcess({
    main: new URL('../../apps/server/main.ts', import.meta.url),
    env: { NODE_ENV: 'production', DATA_DIR: folder, PROCESS_MAIL: 'off', LOG_LEVEL: 'warn' },
    logFile: join(folder, 'server.log'),
  });
  cleanUps.push(() => server.stop());
  const open = async (hasWidget: boolean) => {
    const proxy = await startPageProxy({ target: server.url, hasWidget });
    cleanUps.push(() => proxy.close());
    return proxy;
  };
  const [whole, bare] = [await open(true), await open(false)];
  const audit = (origin: string, path: string): Promise<Audit> =>
    auditPage({ lighthouse, chromium, url: `${origin}${path}` });

  const rows: string[] = [];
  const misses: string[] = [];
  for (const plan of plans.filter(({ path }) => wanted.includes(path))) {
    const withWidget: Audit[] = [];
    const withoutWidget: Audit[] = [];
    for (let run = 0; run < runs; run += 1) {
      process.stderr.write(`${plan.path}, run ${run + 1} of ${runs}\n`);
      const stripped = bare.strippedPages();
      withWidget.push(await audit(whole.url, plan.path));
      withoutWidget.push(await audit(bare.url, plan.path));
      if (bare.strippedPages() === stripped) misses.push(`${plan.path}: it has no widget`);
    }
    const result = judgePage(plan, { withWidget, withoutWidget });
    misses.push(...result.misses);
    rows.push(
      rowOf(plan.path, result.withWidget),
      rowOf('without the widget', result.withoutWidget),
    );
  }
  const [cpu] = cpus();
  const machine = `${cpu?.model.trim()}, ${availableParallelism()} cores`;
  process.stdout.write(
    `${[
      `Lighthouse ${packageJson.dependencies.lighthouse}, mobile, medians of ${runs} runs; ${machine}`,
      '',
      '| page | performance | accessibility | best practices | SEO | LCP | CLS | TBT | scripts, gzip | requests |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
      '',
      ...(misses.length === 0 ? ['Every limit is kept.'] : ['Missed:', ...new Set(misses)]),
    ].join('\n')}\n`,
  );
  if (misses.length > 0) process.exitCode = 1;
} finally {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
}

function rowOf(title: string, audit: Audit): string {
  const cells = [
    title,
    audit.performance,
    audit.accessibility,
    audit.bestPractices,
    audit.seo,
    `${(audit.largestPaintMs / 1000).toFixed(2)} s`,
    audit.layoutShift.toFixed(3),
    `${Math.round(audit.blockingMs)} ms`,
    `${(audit.scriptBytes / 1000).toFixed(1)} KB`,
    audit.requests,
  ];
  return `| ${cells.join(' | ')} |`;
}
