import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

/** One run of Lighthouse on one page. */
export interface Audit {
  /** 0 to 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  largestPaintMs: number;
  layoutShift: number;
  blockingMs: number;
  /** Scripts that the page loaded, each as gzip sends it. */
  scriptBytes: number;
  requests: number;
  /** What cost points in the categories that have to be perfect. */
  failures: string[];
}

/** What is read of Lighthouse's report. */
interface Report {
  runtimeError?: { code: string; message: string };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<
    string,
    {
      score: number | null;
      scoreDisplayMode: string;
      title: string;
      numericValue?: number;
      details?: { items?: { url?: string; resourceType?: string }[] };
    }
  >;
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** A page takes some ten seconds. */
const TIMEOUT_MS = 120_000;
const MAX_REPEATS = 2;

export interface AuditOptions {
  /** The path of Lighthouse's command. */
  lighthouse: string;
  chromium: string;
  url: string;
}

/**
 * Lighthouse as it is for phones: emulated screen, simulated slow network and processor, a profile
 * of its own without a cache. Reports nothing to anybody. Throws when the page did not load; what
 * Lighthouse itself asks to repeat (a trace that was cut short, say) is repeated twice.
 */
export async function auditPage(options: AuditOptions): Promise<Audit> {
  for (let repeats = 0; ; repeats += 1) {
    const { report, complaints } = await runLighthouse(options);
    if (report !== undefined) return await readReport(report);
    if (repeats === MAX_REPEATS || !/run Lighthouse again/.test(complaints)) {
      throw new Error(`Lighthouse failed on ${options.url}: ${complaints.slice(-2000)}`);
    }
  }
}

async function runLighthouse({
  lighthouse,
  chromium,
  url,
}: AuditOptions): Promise<{ report?: Report; complaints: string }> {
  const child = spawn(
    process.execPath,
    [
      lighthouse,
      url,
      '--quiet',
      '--output=json',
      '--output-path=stdout',
      '--form-factor=mobile',
      '--throttling-method=simulate',
      `--only-categories=${CATEGORIES.join(',')}`,
      '--no-enable-error-reporting',
      '--chrome-flags=--headless=new --no-sandbox --disable-quic',
    ],
    {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, CHROME_PATH: chromium },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MS,
    },
  );
  const [output, complaints, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  if (code !== 0) return { complaints };
  const report = JSON.parse(output) as Report;
  return report.runtimeError === undefined
    ? { report, complaints }
    : { complaints: report.runtimeError.message };
}

async function readReport(report: Report): Promise<Audit> {
  const score = (id: string) => Math.round((report.categories[id]?.score ?? 0) * 100);
  const value = (id: string) => report.audits[id]?.numericValue ?? Number.NaN;
  const requests = report.audits['network-requests']?.details?.items ?? [];
  const scripts = requests.filter(({ resourceType }) => resourceType === 'Script');
  const sizes = await Promise.all(scripts.map(({ url }) => gzipSizeOf(url ?? '')));
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    largestPaintMs: value('largest-contentful-paint'),
    layoutShift: value('cumulative-layout-shift'),
    blockingMs: value('total-blocking-time'),
    scriptBytes: sizes.reduce((sum, size) => sum + size, 0),
    requests: requests.length,
    failures: failuresOf(report),
  };
}

function failuresOf({ categories, audits }: Report): string[] {
  return CATEGORIES.slice(1)
    .flatMap((id) => categories[id]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => {
      const audit = audits[id];
      return audit?.score !== null && (audit?.score ?? 0) < 1 ? [`${id}: ${audit?.title}`] : [];
    });
}

async function gzipSizeOf(url: string): Promise<number> {
  const response = await fetch(url);
  return gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).byteLength;
}
