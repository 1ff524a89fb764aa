import { Agent } from 'undici';
import type { ModelTimeouts } from '../model-timeouts.ts';

const KEEP_ALIVE_MS = 30_000;

/**
 * Keep-alive connections for one provider. HTTP/1.1 only: there a stopped answer closes its
 * socket, and the provider stops writing. Idle sockets do not keep the process alive.
 */
export function createModelDispatcher({ connectMs }: Pick<ModelTimeouts, 'connectMs'>): Agent {
  return new Agent({
    allowH2: false,
    connect: { timeout: connectMs },
    keepAliveTimeout: KEEP_ALIVE_MS,
    pipelining: 1,
  });
}
