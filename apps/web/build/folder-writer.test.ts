import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createFolderWriter } from './folder-writer.ts';

const createFolder = (t: TestContext): string => {
  const directory = mkdtempSync(join(tmpdir(), 'deskbell-folder-'));
  t.after(() => rmSync(directory, { recursive: true }));
  return directory;
};
const isKept = (name: string): boolean => name.startsWith('kept-');
const keepMs = 1000 * 60;

test('what was not written goes, but not what open pages may still ask for', (t) => {
  const directory = createFolder(t);
  const path = (name: string) => join(directory, name);
  for (const name of ['old.js', 'kept-a.js', 'other-build.js.1.tmp']) {
    writeFileSync(path(name), name);
  }
  const folder = createFolderWriter(directory);
  folder.write('deep/down.js', 'new');
  folder.deleteOthers({ isKept, keepMs });

  assert.equal(readFileSync(path('deep/down.js'), 'utf8'), 'new');
  assert.deepEqual(
    ['old.js', 'kept-a.js', 'other-build.js.1.tmp'].filter((name) => existsSync(path(name))),
    ['kept-a.js', 'other-build.js.1.tmp'],
  );
});

test('a file is kept from the first build without it on, however long ago it was built', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 22) });
  const directory = createFolder(t);
  const build = (...names: string[]) => {
    const folder = createFolderWriter(directory);
    for (const name of names) folder.write(name, name);
    folder.deleteOthers({ isKept, keepMs });
  };
  const hasA = () => existsSync(join(directory, 'kept-a.js'));
  build('kept-a.js');
  const longAgo = new Date(Date.now() - 100 * keepMs);
  utimesSync(join(directory, 'kept-a.js'), longAgo, longAgo);
  t.mock.timers.tick(50 * keepMs);
  build('kept-b.js');
  assert.ok(hasA());
  t.mock.timers.tick(keepMs - 1);
  build('kept-c.js');
  assert.ok(hasA());
  t.mock.timers.tick(1);
  build('kept-c.js');
  assert.ok(!hasA());

  build('kept-a.js');
  build('kept-c.js');
  t.mock.timers.tick(keepMs - 1);
  build('kept-c.js');
  assert.ok(hasA(), 'it counts anew once a build has had it again');
});
