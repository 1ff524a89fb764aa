import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

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
    /** Deletes every file that was not written, except what another build is just writing. */
    deleteOthers: (): void => {
      for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile() && !written.has(path) && !entry.name.endsWith('.tmp'))
          rmSync(path, { force: true });
      }
    },
  };
}
