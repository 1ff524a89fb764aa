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
  for (const name of ['old.js', 'kept-new.js', 'kept-old.js', 'other-build.js.1.tmp']) {
    writeFileSync(path(name), name);
  }
  const longAgo = new Date(Date.now() - 2 * keepMs);
  utimesSync(path('kept-old.js'), longAgo, longAgo);

  const folder = createFolderWriter(directory);
  folder.write('deep/down.js', 'new');
  folder.deleteOthers({ isKept, keepMs });

  assert.equal(readFileSync(path('deep/down.js'), 'utf8'), 'new');
  assert.deepEqual(
    ['old.js', 'kept-new.js', 'kept-old.js', 'other-build.js.1.tmp'].filter((name) =>
      existsSync(path(name)),
    ),
    ['kept-new.js', 'other-build.js.1.tmp'],
  );
});

test('a file counts as current since the last build that had it, however old it is', (t) => {
  const directory = createFolder(t);
  const first = createFolderWriter(directory);
  first.write('kept-a.js', 'a');
  const longAgo = new Date(Date.now() - 2 * keepMs);
  utimesSync(join(directory, 'kept-a.js'), longAgo, longAgo);
  createFolderWriter(directory).write('kept-a.js', 'a');

  createFolderWriter(directory).deleteOthers({ isKept, keepMs });
  assert.ok(existsSync(join(directory, 'kept-a.js')));
});
