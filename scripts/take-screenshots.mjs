// `npm run screenshots`: writes the pictures of docs/images. The test that walks through the whole
// website takes them, on a server with fixed data and a fixed clock.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const test = pathOf('apps/web/acceptance/pictures.test.ts');
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', test], {
  stdio: 'inherit',
  env: { ...process.env, SCREENSHOT_DIR: pathOf('docs/images') },
});
if (status === 0) console.log('The pictures in docs/images are new.');
process.exitCode = status ?? 1;
