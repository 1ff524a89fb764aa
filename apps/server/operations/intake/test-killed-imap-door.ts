// A process that fetches mail and dies, as by SIGKILL, right after its first mail was committed.
import { pino } from 'pino';
import { openDatabase } from '../../platform/database.ts';
import { createAcceptMail } from './create-accept-mail.ts';
import { createImapDoor } from './imap-door.ts';

const [databaseUrl = '', imapUrl = ''] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const database = openDatabase({ url: databaseUrl, log });
const clock = () => new Date();
const accept = createAcceptMail({
  database,
  queue: {
    enqueue: async () => {},
    jobOf: async () => ({ text: 'job as (select)', values: [] }),
    announce: () => {},
  },
  settings: { allowedSenders: [], blockedSenders: [] },
  clock,
  log,
});
createImapDoor({
  url: imapUrl,
  accept: async (mail) => {
    const outcome = await accept(mail);
    process.kill(process.pid, 'SIGKILL');
    return outcome;
  },
  database,
  log,
  clock,
}).start();
