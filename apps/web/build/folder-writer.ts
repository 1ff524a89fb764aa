import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Brings a folder up to date while it may be in use: each file appears whole or not at all, files
 * that are the same already stay as they are, and the rest goes when all is written.
 */
export function createFolderWriter(directory: string) {
  const written = new Set<string>();
  return {
    write: (fileName: string, content: string | Uint8Array): void => {
      const path = join(directory, fileName);
      written.add(path);
      const bytes = Buffer.from(content);
      if (existsSync(path) && readFileSync(path).equals(bytes)) {
        const now = new Date();
        utimesSync(path, now, now);
        return;
      }
      mkdirSync(dirname(path), { recursive: true });
      const unfinished = `${path}.${process.pid}.tmp`;
      writeFileSync(unfinished, bytes);
      renameSync(unfinished, path);
    },
    /**
     * Deletes every file that was not written, except what another build is just writing and, for
     * `keepMs` after the last build that had them, the files that `isKept` names.
     */
    deleteOthers: ({
      isKept,
      keepMs,
    }: {
      isKept: (fileName: string) => boolean;
      keepMs: number;
    }) => {
      for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (!entry.isFile() || written.has(path) || entry.name.endsWith('.tmp')) continue;
        const modifiedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
        if (isKept(relative(directory, path)) && Date.now() - modifiedAt < keepMs) continue;
        rmSync(path, { force: true });
      }
    },
  };
}
