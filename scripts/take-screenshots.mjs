// `npm run screenshots`: writes the pictures of docs/images. Tests take them that walk through the
// whole website and the console, on a server with fixed data and a fixed clock. With arguments: only
// of the tests whose path contains one of them.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const wanted = process.argv.slice(2);
const tests = [
  'apps/web/acceptance/pictures.test.ts',
  'apps/web/console/acceptance/pictures.test.ts',
]
  .filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)))
  .map(pathOf);
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', ...tests], {
  stdio: 'inherit',
  env: { ...process.env, SCREENSHOT_DIR: pathOf('docs/images') },
});
if (status === 0) console.log('The pictures in docs/images are new.');
process.exitCode = status ?? 1;
