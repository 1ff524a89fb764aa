import { pino } from 'pino';
import { openDatabase } from '../../platform/database.ts';
import type { OperationsTables } from '../tables.ts';
import { createOutbox } from './outbox.ts';

// An outbox in a process of its own, for the tests that kill it.

const { DATABASE_URL = '', SMTP_URL, WEBHOOK_URL, NOW = '' } = process.env;
const log = pino({ level: 'silent' });
const database = openDatabase({ url: DATABASE_URL, log });
createOutbox({
  database: database.for<OperationsTables>(),
  settings: {
    notifications: {
      email:
        SMTP_URL === undefined
          ? undefined
          : { smtpUrl: SMTP_URL, from: 'desk@desk.example', recipients: ['ann@desk.example'] },
      webhook: WEBHOOK_URL === undefined ? undefined : { url: WEBHOOK_URL, secret: undefined },
    },
  },
  clock: () => new Date(NOW),
  log,
}).start();
