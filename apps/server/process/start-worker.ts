import { openServices } from './open-services.ts';
import { createClosers, type RunningProcess, type StartOptions } from './start-options.ts';

/**
 * Starts a process that only reads mail, beside any number of others on the same database. What was
 * started is closed again before it throws.
 */
export async function startWorker(options: StartOptions): Promise<RunningProcess> {
  const { config } = options;
  const closers = createClosers();
  try {
    // The doors belong to the server: one address can be listened to once, one mailbox read once.
    const doorless = { ...config, smtpPort: undefined, imapUrl: undefined };
    const { listener, operations } = await openServices(
      { ...options, config: doorless, concurrency: config.mailConcurrency },
      closers,
    );
    await listener.ready();
    await operations.start();
    return {
      announcement: [`Deskbell reads mail here, up to ${config.mailConcurrency} at the same time.`],
      close: () => closers.closeAll(),
    };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
