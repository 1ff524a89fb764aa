import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { BundleChunk } from '../build/bundle-entries.ts';
import { buildPages } from '../build.ts';

const KB = 1024;
const SHELL_KB = 200;
const AREA_KB = 40;

describe('the size of the console', () => {
  let outDir: string;
  let chunks: Record<string, BundleChunk>;
  let shell: Set<string>;

  before(async () => {
    ({ outDir } = await buildPages());
    chunks = JSON.parse(readFileSync(join(outDir, 'console-chunks.json'), 'utf8'));
    shell = filesOf(['console/main.tsx']);
  });

  /** Scripts and styles that a browser needs before the chunks run, with all they import. */
  function filesOf(keys: readonly string[]): Set<string> {
    const seen = new Set<string>();
    const files = new Set<string>();
    const waiting = [...keys];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (seen.has(key)) continue;
      seen.add(key);
      const chunk = chunks[key];
      assert.ok(chunk, `The build has no chunk "${key}".`);
      for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
      waiting.push(...(chunk.imports ?? []));
    }
    return files;
  }

  const gzipBytes = (files: Iterable<string>): number =>
    [...files].reduce(
      (sum, file) =>
        sum + gzipSync(readFileSync(join(outDir, 'public', file)), { level: 9 }).length,
      0,
    );
  const beside = (keys: readonly string[]) => filesOf(keys).difference(shell);
  const keysUnder = (folder: string) =>
    Object.keys(chunks).filter((key) => key.startsWith(`console/${folder}/`));

  it('has a shell of at most 200 KB', (t) => {
    const bytes = gzipBytes(shell);
    t.diagnostic(`shell: ${(bytes / KB).toFixed(1)} KB`);
    assert.ok(shell.size > 1);
    assert.ok(bytes <= SHELL_KB * KB, `${bytes} bytes`);
  });

  it('has areas of at most 40 KB each, their pages and drawers together', (t) => {
    const areas = new Set(keysUnder('areas').map((key) => key.split('/')[2] ?? ''));
    assert.ok(areas.size >= 13, [...areas].join(', '));
    for (const area of areas) {
      const bytes = gzipBytes(beside(keysUnder(`areas/${area}`)));
      t.diagnostic(`${area}: ${(bytes / KB).toFixed(1)} KB`);
      assert.ok(bytes <= AREA_KB * KB, `${area}: ${bytes} bytes`);
    }
  });

  it('has a palette and a chat of at most 40 KB each', (t) => {
    for (const folder of ['palette', 'chat']) {
      const keys = keysUnder(folder);
      assert.ok(keys.length > 0, folder);
      const bytes = gzipBytes(beside(keys));
      t.diagnostic(`${folder}: ${(bytes / KB).toFixed(1)} KB`);
      assert.ok(bytes <= AREA_KB * KB, `${folder}: ${bytes} bytes`);
    }
  });

  it('loads no area, no palette and no chat with the shell', () => {
    for (const key of ['areas', 'palette', 'chat'].flatMap(keysUnder)) {
      assert.ok(!shell.has(chunks[key]?.file ?? ''), key);
    }
  });
});
