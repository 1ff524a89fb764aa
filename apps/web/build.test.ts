import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { buildPages } from './build.ts';

const maxScriptBytes = 16 * 1024;
const maxStyleBytes = 5 * 1024;

describe('the built pages', () => {
  let outDir: string;
  before(async () => {
    ({ outDir } = await buildPages());
  });
  const assets = (ending: string): string[] =>
    readdirSync(join(outDir, 'assets'))
      .filter((name) => name.endsWith(ending))
      .map((name) => readFileSync(join(outDir, 'assets', name), 'utf8'));
  const gzipBytes = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + gzipSync(text).length, 0);

  it('are not built again while nothing has changed', async () => {
    assert.deepEqual(await buildPages(), { outDir, built: false });
  });

  it('carry no inline script or style and ask no other host for anything', () => {
    const html = readFileSync(join(outDir, 'index.html'), 'utf8');
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|\{\{/i);
    assert.doesNotMatch(html, /(?:src|href)="(?!\/assets\/|tel:|#)/);
    for (const text of assets('.css')) assert.doesNotMatch(text, /https?:|url\(|@import/);
  });

  it('never hand text to an HTML parser', () => {
    for (const text of assets('.js')) {
      assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/);
    }
  });

  it('stay small', () => {
    assert.ok(gzipBytes(assets('.js')) <= maxScriptBytes, `${gzipBytes(assets('.js'))} bytes`);
    assert.ok(gzipBytes(assets('.css')) <= maxStyleBytes, `${gzipBytes(assets('.css'))} bytes`);
  });

  it('lie beside compressed copies that give the same bytes', () => {
    const html = readFileSync(join(outDir, 'index.html'));
    assert.deepEqual(gunzipSync(readFileSync(join(outDir, 'index.html.gz'))), html);
    assert.deepEqual(brotliDecompressSync(readFileSync(join(outDir, 'index.html.br'))), html);
  });
});
