import assert from 'node:assert/strict';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { buildPages } from './build.ts';

const KB = 1024;

describe('the built website', () => {
  let outDir: string;
  let assets: Record<string, string>;
  const publicFile = (path: string): string => readFileSync(join(outDir, 'public', path), 'utf8');
  const gzipBytes = (text: string): number => gzipSync(text, { level: 9 }).length;

  before(async () => {
    ({ outDir } = await buildPages());
    assets = JSON.parse(readFileSync(join(outDir, 'assets.json'), 'utf8'));
  });

  it('is not built again while nothing has changed', async () => {
    assert.deepEqual(await buildPages(), { outDir, built: false });
  });

  it('has every page’s files under names with a hash, and the widget under its own', () => {
    for (const name of ['site.js', 'site.css', 'book.js', 'account.js', 'dashboard.js']) {
      assert.match(assets[name] ?? '', /^\/assets\/[a-z]+-[\w-]{8}\.(?:js|css)$/, name);
    }
    for (const path of [...Object.values(assets), '/widget/v1.js', '/favicon.svg']) {
      assert.ok(existsSync(join(outDir, 'public', path)), path);
    }
  });

  it('has each template of the pages', () => {
    for (const name of ['home', 'services', 'faq', 'not-found', 'layouts/page']) {
      assert.ok(existsSync(join(outDir, 'templates', `${name}.liquid`)), name);
    }
  });

  it('has no inline script or style in its templates, and raw words only in the layouts', () => {
    for (const name of globSync('**/*.liquid', { cwd: join(outDir, 'templates') })) {
      const text = readFileSync(join(outDir, 'templates', name), 'utf8');
      const inline =
        /<script(?![^>]*(?:\ssrc=|\stype="application\/))|<style|\sstyle=|\son\w+=|javascript:/i;
      assert.equal(inline.exec(text)?.[0], undefined, name);
      if (!/^layouts[/\\]/.test(name)) assert.doesNotMatch(text, /\|\s*raw/, name);
    }
  });

  it('asks no other host for anything', () => {
    // Names of namespaces, React's hint in the text of its errors, the router outside browsers.
    const harmless =
      /http:\/\/www\.w3\.org\/[\w/]+|https:\/\/react\.dev\/errors\/|http:\/\/localhost`/g;
    const chunks: Record<string, { file: string }> = JSON.parse(
      readFileSync(join(outDir, 'console-chunks.json'), 'utf8'),
    );
    const ofConsole = Object.values(chunks).map(({ file }) => `/${file}`);
    for (const path of [...Object.values(assets), ...ofConsole]) {
      const text = publicFile(path).replaceAll(harmless, '');
      const foreign = /https?:\/\/(?![\w.-]+\.invalid)|url\(|@import|@font-face/.exec(text)?.[0];
      assert.equal(foreign, undefined, path);
    }
  });

  it('never hands text to an HTML parser: no script of ours can, whatever a library brings', () => {
    const sources = globSync('**/*.{ts,tsx}', {
      cwd: import.meta.dirname,
      exclude: (path) => /node_modules|dist$|\.test\.ts/.test(path),
    });
    assert.ok(sources.includes(join('site', 'site.ts')));
    const parser = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/i;
    for (const path of sources) {
      const text = readFileSync(join(import.meta.dirname, path), 'utf8');
      assert.equal(parser.exec(text)?.[0], undefined, path);
    }
  });

  it('stays small', () => {
    const size = (name: string) => gzipBytes(publicFile(assets[name] ?? ''));
    const loader = gzipBytes(publicFile('/widget/v1.js'));
    const sizes = {
      'site.css': [size('site.css'), 8],
      'site.js and the widget’s loader, on every page': [size('site.js') + loader, 4],
      'all scripts of /book': [size('site.js') + loader + size('book.js'), 90],
      'all scripts of /login': [size('site.js') + loader + size('account.js'), 60],
      'all scripts of /dashboard': [size('site.js') + loader + size('dashboard.js'), 60],
    } as const;
    for (const [what, [bytes, limitKb]] of Object.entries(sizes)) {
      assert.ok(bytes <= limitKb * KB, `${what}: ${bytes} bytes`);
    }
  });

  it('lies beside compressed copies that give the same bytes', () => {
    for (const path of [...Object.values(assets), '/widget/v1.js', '/favicon.svg']) {
      const file = join(outDir, 'public', path);
      const bytes = readFileSync(file);
      assert.deepEqual(gunzipSync(readFileSync(`${file}.gz`)), bytes, path);
      assert.deepEqual(brotliDecompressSync(readFileSync(`${file}.br`)), bytes, path);
    }
  });

  it('can be built into another folder, whole', async (t) => {
    const other = mkdtempSync(join(tmpdir(), 'deskbell-dist-'));
    t.after(() => rmSync(other, { recursive: true }));
    const lines: string[] = [];
    const result = await buildPages({ outDir: other, log: (line) => lines.push(line) });
    assert.deepEqual(result, { outDir: other, built: true });
    assert.equal(readFileSync(join(other, 'assets.json'), 'utf8'), JSON.stringify(assets, null, 2));
    assert.match(lines.join('\n'), /site-[\w-]+\.css \d+\.\d KB/);
  });
});
