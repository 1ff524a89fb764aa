import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** When each file that is no longer written was found to be so, by its name. */
const OUTDATED = '.outdated.json';

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
      if (existsSync(path) && readFileSync(path).equals(bytes)) return;
      mkdirSync(dirname(path), { recursive: true });
      const unfinished = `${path}.${process.pid}.tmp`;
      writeFileSync(unfinished, bytes);
      renameSync(unfinished, path);
    },
    /**
     * Deletes every file that was not written, except what another build is just writing and, for
     * `keepMs` after the first build without them, the files that `isKept` names.
     */
    deleteOthers: ({
      isKept,
      keepMs,
    }: {
      isKept: (fileName: string) => boolean;
      keepMs: number;
    }) => {
      const listPath = join(directory, OUTDATED);
      const before = readOutdated(listPath);
      const outdated: Record<string, number> = {};
      for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (!entry.isFile() || written.has(path) || path === listPath) continue;
        if (entry.name.endsWith('.tmp')) continue;
        const name = relative(directory, path);
        const sinceMs = before[name] ?? Date.now();
        if (isKept(name) && Date.now() - sinceMs < keepMs) outdated[name] = sinceMs;
        else rmSync(path, { force: true });
      }
      writeFileSync(listPath, JSON.stringify(outdated, null, 2));
    },
  };
}

/** A list that cannot be read only lets old files stay a little longer. */
function readOutdated(path: string): Partial<Record<string, number>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<string, number>>;
  } catch {
    return {};
  }
}
