import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import packageJson from './package.json' with { type: 'json' };

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The path of Lighthouse's command, installed from the lock file beside this one when missing. */
export async function installLighthouse(): Promise<string> {
  const command = pathOf('node_modules/lighthouse/cli/index.js');
  if (installedVersion() !== packageJson.dependencies.lighthouse) {
    process.stderr.write('Installing Lighthouse (once)…\n');
    const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    await promisify(execFile)('npm', options, { cwd: pathOf('.') });
  }
  return command;
}

function installedVersion(): string | undefined {
  const file = pathOf('node_modules/lighthouse/package.json');
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
