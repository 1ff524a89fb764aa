// Runs before `npm start` and `npm test`, in whatever Node there is (20 or newer) and before
// anything is installed. Installs what package-lock.json asks for when that is not there yet;
// with --test also what the suites need from Debian. Says nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stampPath = join(modules, '.deskbell-lock');

process.exitCode = installPackages();
if (process.exitCode === 0 && process.argv.includes('--test')) {
  const { installTestPrograms } = await import('./test-programs.mjs');
  installTestPrograms();
}

function installPackages() {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  if (hasNode() && readIfThere(stampPath) === hash) return 0;

  if (!hasNode() || !agreesWithLock(JSON.parse(lockText).packages)) {
    console.log('Installing packages (once, and again when package-lock.json changes)…');
    const code = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      console.error('The packages could not be installed; what npm said is above.');
      return code;
    }
    if (!hasNode()) {
      console.error(
        "The package 'node' is installed without its program, because npm's install scripts are switched off here. Run: npm rebuild node --ignore-scripts=false",
      );
      return 1;
    }
  }
  writeFileSync(stampPath, hash);
  return 0;
}

/** The Node that runs the server comes as a package; `npm ci --ignore-scripts` leaves it out. */
function hasNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return existsSync(join(modules, 'node', 'bin', name));
}

/** Whether npm's own record of what it installed says the same, as after `npm ci` by hand. */
function agreesWithLock(wanted) {
  const text = readIfThere(join(modules, '.package-lock.json'));
  if (text === undefined) return false;
  const installed = JSON.parse(text).packages;
  return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
    if (path === '') return true;
    const found = installed[path];
    // Optional ones are for other systems.
    if (found === undefined) return optional === true;
    return link === true || (found.version === version && found.integrity === integrity);
  });
}

function runNpm(args) {
  const options = { cwd: root, stdio: 'inherit' };
  const npm = process.env.npm_execpath;
  // Started through npm we know where it is; by hand it is looked for in PATH.
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (error) console.error(`npm could not be run: ${error.message}`);
  return status ?? 1;
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
