// `npm run docs`: writes docs/api.md from the document of a whole server. The test that compares
// the two does it, because it has such a server and a database.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const test = fileURLToPath(new URL('../apps/server/api-docs/api-md.test.ts', import.meta.url));
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', test], {
  stdio: 'inherit',
  env: { ...process.env, WRITE_DOCS: '1' },
});
if (status === 0) console.log('docs/api.md is written.');
process.exitCode = status ?? 1;
