import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { retryStatement } from '../../platform/retry-statement.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import {
  claimNotification,
  markUncertain,
  type SendingChannel,
  settleNotification,
  showWithoutChannel,
} from './outbox-rows.ts';
import { createSendEmail } from './send-email.ts';
import type { SendNotification } from './send-outcome.ts';
import { createSendWebhook } from './send-webhook.ts';

const LOOK_EVERY_MS = 2_000;
/** Well under UNCERTAIN_AFTER_MS, so that a running process is never overtaken. */
const SEND_TIMEOUT_MS = 45_000;
/** By then no process has the channel's settings; another that has them would have sent it. */
const OWNERLESS_AFTER_MS = 24 * 3_600_000;
const CLOSE_GRACE_MS = 5_000;

/** Sends notifications, each at most once per channel; any number of processes may have one. */
export interface Outbox {
  /** Begins; may be called twice. */
  start(): void;
  /** Looks for notifications now rather than within two seconds. */
  wake(): void;
  /** Waits up to five seconds for messages under way, then gives up on them. May be called twice. */
  close(): Promise<void>;
}

interface Channel {
  name: SendingChannel;
  recipient: string | null;
  send: SendNotification;
}

export function createOutbox({
  database,
  settings: { notifications },
  onChange = () => {},
  clock,
  log,
}: {
  database: Kysely<OperationsTables>;
  settings: Pick<OperationsSettings, 'notifications'>;
  /** Called after each change of a notification's status; must not throw. */
  onChange?: (notificationId: string) => void;
  clock: () => Date;
  log: Logger;
}): Outbox {
  const { email, webhook } = notifications;
  const channels: Channel[] = [];
  if (email !== undefined) {
    const recipient = email.recipients.join(', ');
    channels.push({ name: 'email', recipient, send: createSendEmail(email) });
    // In a line of their own: however many there are, what staff are told does not wait for them.
    channels.push({
      name: 'customer_email',
      recipient: null,
      send: createSendEmail({ ...email, recipients: 'its_own' }),
    });
  }
  if (webhook !== undefined) {
    const send = createSendWebhook({ webhook, clock });
    channels.push({ name: 'webhook', recipient: null, send });
  }
  /** Ends the waiting of every loop; another round gets a new one. */
  let bell = Promise.withResolvers<void>();
  const giveUp = new AbortController();
  let isClosing = false;
  let running: Promise<unknown> | undefined;
  let closing: Promise<void> | undefined;

  const wake = () => {
    bell.resolve();
    bell = Promise.withResolvers();
  };

  /** `rung` was taken before looking for work, so that no ring in between is missed. */
  async function wait(rung: Promise<void>): Promise<void> {
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, LOOK_EVERY_MS);
    await Promise.race([rung, late.promise]);
    clearTimeout(timer);
  }

  /** Work over and over until closed; `work` resolves to whether there may be more at once. */
  async function repeat(work: () => Promise<boolean>): Promise<void> {
    while (!isClosing) {
      const rung = bell.promise;
      const hasMore = await work().catch((err: unknown) => {
        log.warn({ err }, 'The outbox could not be read or written');
        return false;
      });
      if (!hasMore && !isClosing) await wait(rung);
    }
  }

  async function sendNext({ name, recipient, send }: Channel): Promise<boolean> {
    const now = clock();
    const notification = await claimNotification({ database, channel: name, recipient, now });
    if (notification === undefined) return false;
    const { id, attempts } = notification;
    onChange(id);
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), SEND_TIMEOUT_MS);
    const signal = AbortSignal.any([timeout.signal, giveUp.signal]);
    const outcome = await send(notification, signal).finally(() => clearTimeout(timer));
    if (outcome.kind !== 'sent') {
      const { kind, code } = outcome;
      log.warn({ notificationId: id, channel: name, kind, code }, 'A notification was not sent');
    }
    await retryStatement(() =>
      settleNotification({ database, id, attempts, outcome, now: clock() }),
    );
    onChange(id);
    return true;
  }

  async function tidy(): Promise<boolean> {
    const ids = await markUncertain({ database, now: clock() });
    ids.forEach(onChange);
    const count = ids.length;
    if (count > 0) log.warn({ count }, 'Notifications whose sending was interrupted');
    return false;
  }

  async function showUnconfigured(): Promise<void> {
    for (const channel of ['email', 'webhook', 'customer_email'] as const) {
      if (channels.some(({ name }) => name === channel)) continue;
      const before = new Date(clock().getTime() - OWNERLESS_AFTER_MS);
      const ids = await retryStatement(() => showWithoutChannel({ database, channel, before }));
      ids.forEach(onChange);
    }
  }

  return {
    start: () => {
      if (isClosing) return;
      running ??= Promise.all([
        showUnconfigured().catch((err: unknown) => {
          log.warn({ err }, 'The outbox could not be read or written');
        }),
        repeat(tidy),
        ...channels.map((channel) => repeat(() => sendNext(channel))),
      ]);
    },
    wake,
    close: () => {
      closing ??= (async () => {
        isClosing = true;
        wake();
        const timer = setTimeout(() => giveUp.abort(), CLOSE_GRACE_MS);
        await running;
        clearTimeout(timer);
      })();
      return closing;
    },
  };
}
