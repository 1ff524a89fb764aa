import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiled code is kept between starts, which takes most of the time out of the next one. It has
// to be on before the modules it is for are read, hence the import that waits.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));
const [{ runProcess }, { startServer }] = await Promise.all([
  import('./process/run-process.ts'),
  import('./process/start-server.ts'),
]);
await runProcess(startServer);
