import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = new URL('./seed-clients/', import.meta.url);
const TIMEOUT_MS = 30_000;
const run = promisify(execFile);

/** Whether a program that answers `--version` is on this machine. */
export async function hasProgram(name: string): Promise<boolean> {
  try {
    await run(name, ['--version'], { timeout: TIMEOUT_MS });
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a client of the seed document as it is printed there, against the server at `url` and with
 * a real session's id for its made-up one. Resolves with what it printed; rejects when it failed.
 */
export async function runSeedClient(
  name: string,
  { url, sessionId = '' }: { url: string; sessionId?: string },
): Promise<string> {
  const printed = await readFile(new URL(name, FOLDER), 'utf8');
  const program = printed
    .replaceAll('http://localhost:8000', url.replace('127.0.0.1', 'localhost'))
    .replaceAll(/abc-123-def-456|your-session-id/g, sessionId);
  const [command, ...args] = name.endsWith('.py') ? ['python3', '-c'] : ['sh', '-c'];
  const { stdout } = await run(command, [...args, program], {
    timeout: TIMEOUT_MS,
    env: {
      ...process.env,
      PYTHONPATH: fileURLToPath(FOLDER),
      PYTHONUTF8: '1',
      PYTHONDONTWRITEBYTECODE: '1',
    },
  });
  return stdout;
}
