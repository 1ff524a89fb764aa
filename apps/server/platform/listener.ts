import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 5_000;
const HEARTBEAT_MS = 30_000;

export type NotificationHandler = (payload: string) => void;

/** PostgreSQL's LISTEN on one connection of its own, kept up for as long as the process runs. */
export interface Listener {
  /** The handler runs synchronously. The returned function ends it and may be called twice. */
  subscribe(channel: string, handler: NotificationHandler): () => void;
  /**
   * Runs after a lost connection is back and every channel is listened to again. Notifications
   * sent in between are gone: read again what they would have told.
   */
  onReconnect(handler: () => void): () => void;
  /**
   * Resolves once every subscription made so far is in force, so that what is notified from now
   * on will be heard. Waits through a lost connection; resolves at once after `close`.
   */
  ready(): Promise<void>;
  /** Ends the connection and all subscriptions. May be called twice. */
  close(): Promise<void>;
}

interface Connection {
  client: pg.Client;
  /** One statement after the other: a client takes no second one while it is busy. */
  send(statement: string): Promise<void>;
  /** Channels that the server has confirmed, with the handlers they were asked for. */
  confirmed: Map<string, Set<NotificationHandler>>;
  gone: Promise<void>;
}

/** Connects in the background; when the connection is lost, again and again until closed. */
export function createListener({ url, log }: { url: string; log: Logger }): Listener {
  const handlers = new Map<string, Set<NotificationHandler>>();
  const reconnectHandlers = new Set<() => void>();
  const waiting = new Set<() => void>();
  const closing = new AbortController();
  let current: Connection | undefined;

  function guard(call: () => void): void {
    try {
      call();
    } catch (error) {
      log.error({ err: error }, 'A notification handler failed');
    }
  }

  function unconfirmed({ confirmed }: Connection): string[] {
    return [...handlers].filter(([name, set]) => confirmed.get(name) !== set).map(([name]) => name);
  }

  function isReady(): boolean {
    if (closing.signal.aborted) return true;
    const connection = current;
    return connection !== undefined && unconfirmed(connection).length === 0;
  }

  function wakeWaiting(): void {
    if (!isReady()) return;
    for (const wake of waiting) wake();
    waiting.clear();
  }

  async function listen(connection: Connection, channel: string): Promise<void> {
    const subscribed = handlers.get(channel);
    await connection.send(`listen ${pg.escapeIdentifier(channel)}`);
    if (subscribed !== undefined) connection.confirmed.set(channel, subscribed);
  }

  async function connect(): Promise<Connection> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'deskbell-listener',
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
      keepAlive: true,
    });
    const gone = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', () => {});
    client.on('notification', ({ channel, payload = '' }) => {
      for (const handler of [...(handlers.get(channel) ?? [])]) guard(() => handler(payload));
    });
    let last: Promise<unknown> = Promise.resolve();
    const send = (statement: string): Promise<void> => {
      const sent = last.then(async () => void (await client.query(statement)));
      last = sent.catch(() => {});
      return sent;
    };
    const connection: Connection = { client, send, confirmed: new Map(), gone };
    try {
      await client.connect();
      // Subscriptions may be added while this waits; only an empty rest means all are in force.
      for (;;) {
        const rest = unconfirmed(connection);
        if (rest.length === 0) return connection;
        for (const channel of rest) await listen(connection, channel);
      }
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
  }

  /** A peer that vanished without a word is only found out by asking. */
  async function watch({ client, send, gone }: Connection): Promise<void> {
    const heartbeat = setInterval(() => {
      send('select 1').catch(() => client.end().catch(() => {}));
    }, HEARTBEAT_MS).unref();
    const end = () => void client.end().catch(() => {});
    closing.signal.addEventListener('abort', end, { once: true });
    if (closing.signal.aborted) end();
    await gone;
    clearInterval(heartbeat);
    closing.signal.removeEventListener('abort', end);
  }

  async function keepConnected(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    let isFirst = true;
    while (!closing.signal.aborted) {
      try {
        current = await connect();
        retryMs = FIRST_RETRY_MS;
        wakeWaiting();
        if (!isFirst) for (const handler of [...reconnectHandlers]) guard(handler);
        isFirst = false;
        await watch(current);
        if (!closing.signal.aborted) log.warn('The notification connection was lost');
      } catch (error) {
        log.warn({ code: (error as { code?: string }).code }, 'No notification connection yet');
      }
      current = undefined;
      await delay(retryMs, undefined, { signal: closing.signal }).catch(() => {});
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
  }

  const running = keepConnected();

  return {
    subscribe: (channel, handler) => {
      const subscribed = handlers.get(channel) ?? new Set();
      const isNewChannel = subscribed.size === 0;
      // A handler given twice is two subscriptions, each ended by its own function.
      const own: NotificationHandler = (payload) => handler(payload);
      subscribed.add(own);
      handlers.set(channel, subscribed);
      const connection = current;
      if (isNewChannel && connection !== undefined) {
        listen(connection, channel).then(wakeWaiting, () => connection.client.end());
      }
      return () => {
        if (!subscribed.delete(own) || subscribed.size > 0) return;
        handlers.delete(channel);
        current?.send(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => {});
      };
    },
    onReconnect: (handler) => {
      const own = () => handler();
      reconnectHandlers.add(own);
      return () => void reconnectHandlers.delete(own);
    },
    ready: () => {
      if (isReady()) return Promise.resolve();
      return new Promise((resolve) => waiting.add(resolve));
    },
    close: async () => {
      closing.abort();
      handlers.clear();
      wakeWaiting();
      await running;
    },
  };
}
