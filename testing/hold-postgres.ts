// A process that holds the embedded PostgreSQL on the folder given to it, until SIGTERM or death.
import { once } from 'node:events';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../apps/server/platform/embedded-postgres/embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const postgres = await startEmbeddedPostgres({ dataDir, isDurable: false, log });
const keepAlive = setInterval(() => {}, 60_000);
process.stdout.write(`${postgres.url}\n`);
await once(process, 'SIGTERM');
clearInterval(keepAlive);
await postgres.stop();
