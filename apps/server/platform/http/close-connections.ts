import type { FastifyInstance } from 'fastify';

const CHECK_EVERY_MS = 50;
const GRACE_MS = 2_000;

/**
 * Lets `app.close()` end soon: connections are closed as they become idle, and after two seconds
 * the rest too. Node closes only those that are idle when the server stops listening, and would
 * wait for the others until their clients let go. Register it after hooks that finish work.
 */
export function closeConnectionsOnShutdown(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    const endsAt = Date.now() + GRACE_MS;
    timer = setInterval(() => {
      if (Date.now() < endsAt) app.server.closeIdleConnections();
      else app.server.closeAllConnections();
    }, CHECK_EVERY_MS);
  });
  app.addHook('onClose', async () => clearInterval(timer));
}
