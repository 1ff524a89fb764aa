import type { LiveChanges, LiveEvent } from '@deskbell/protocol';
import { idOfRecord, liveKinds } from './live-records.ts';
import type { LiveStatus } from './live-status.ts';
import { type LiveTimes, usualTimes } from './live-times.ts';
import type { PageLife } from './page-life.ts';
import { readLiveEvents } from './read-live-events.ts';

const LONGEST_RETRY_AFTER_MS = 60_000;
/** Clocks stand still while a computer sleeps: the time of day is looked at this often. */
const LOOK_EVERY_MS = 1_000;
const MOST_COUNTED = 1_000;

export interface LiveListener {
  /** Records as they are now. Not while it is paused. */
  onChanges?: (changes: LiveChanges) => void;
  /** Anything may have changed: read again what is shown. */
  onCatchUp?: () => void;
}

export interface LiveSource {
  getStatus: () => LiveStatus;
  /** Told after each change of the status. Returns what stops it, as `listen` does. */
  subscribe: (listener: () => void) => () => void;
  /** Listeners are told in the order in which they came. */
  listen: (listener: LiveListener) => () => void;
  /** Opens the one stream, and again whenever it is lost. Ends with the last one who started it. */
  start: () => () => void;
  pause: () => void;
  resume: () => void;
  /** Tries at once instead of waiting for the next try. */
  connectNow: () => void;
}

export interface LiveSourceOptions {
  url: string;
  page: PageLife;
  /** Nobody is signed in any more; the stream is not tried again. */
  onSignedOut: () => void;
  times?: Partial<LiveTimes>;
}

/** The stream `GET /api/live`: one connection, opened again for as long as it is started. */
export function createLiveSource(options: LiveSourceOptions): LiveSource {
  const { url, page, onSignedOut } = options;
  const times = { ...usualTimes, ...options.times };
  const subscribers = new Set<() => void>();
  const listeners = new Set<LiveListener>();
  const missed = new Set<string>();

  let status: LiveStatus = {
    link: 'connecting',
    isPaused: false,
    missedChanges: 0,
    silentSinceMs: undefined,
  };
  let starts = 0;
  let stopListening: (() => void) | undefined;
  let attempt: AbortController | undefined;
  let failures = 0;
  let retryAfterMs = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let watchTimer: ReturnType<typeof setTimeout> | undefined;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  /** Nobody sees the page: there is no stream, and none is tried. */
  let isResting = false;
  let heardAtMs = 0;
  /** Silence counts from here on when there was no stream before, and none was to be. */
  let awaitedFromMs = 0;
  let isBehind = true;
  let isSignedOut = false;

  function setStatus(change: Partial<LiveStatus>): void {
    const next = { ...status, ...change };
    const names = Object.keys(change) as (keyof LiveStatus)[];
    if (names.every((name) => next[name] === status[name])) return;
    status = next;
    for (const subscriber of [...subscribers]) subscriber();
  }

  function catchUp(): void {
    if (!isBehind || status.isPaused || status.link !== 'open') return;
    isBehind = false;
    for (const listener of [...listeners]) listener.onCatchUp?.();
  }

  function hear(): void {
    heardAtMs = Date.now();
    if (status.link === 'open') setStatus({ silentSinceMs: undefined });
  }

  function take({ event, data }: LiveEvent): void {
    if (event === 'hello' || event === 'resync') {
      isBehind = true;
      if (event === 'hello') setStatus({ link: 'open', silentSinceMs: undefined });
      catchUp();
    } else if (event === 'heartbeat') {
      failures = 0;
    } else if (status.isPaused) {
      isBehind = true;
      count(data);
    } else {
      for (const listener of [...listeners]) listener.onChanges?.(data);
    }
  }

  function count(changes: LiveChanges): void {
    for (const kind of liveKinds) {
      for (const record of changes[kind]) {
        if (missed.size < MOST_COUNTED) missed.add(`${kind}:${idOfRecord(kind, record)}`);
      }
    }
    setStatus({ missedChanges: missed.size });
  }

  /** One connection, from its request to its end; never rejects. */
  async function connect(): Promise<void> {
    clearTimeout(retryTimer);
    const own = new AbortController();
    attempt = own;
    retryAfterMs = 0;
    const deadline = setTimeout(() => own.abort(), times.connectWithinMs);
    try {
      const response = await fetch(url, {
        credentials: 'same-origin',
        cache: 'no-store',
        headers: { accept: 'text/event-stream' },
        signal: own.signal,
      });
      if (response.status === 401) isSignedOut = true;
      if (response.status !== 200 || response.body === null) {
        retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1_000 || 0;
        await response.body?.cancel();
      } else {
        await readLiveEvents(response.body, {
          onWord: () => attempt === own && hear(),
          onEvent: (event) => {
            if (attempt !== own) return;
            clearTimeout(deadline);
            take(event);
          },
        });
      }
    } catch {
      // Whatever it was, the stream is lost; the next try tells more.
    } finally {
      clearTimeout(deadline);
      if (attempt === own) lose();
    }
  }

  function lose(): void {
    attempt = undefined;
    if (isSignedOut) {
      close();
      onSignedOut();
      return;
    }
    setStatus({
      link: page.isOnline() ? (status.link === 'connecting' ? 'connecting' : 'lost') : 'offline',
    });
    const waitMs = Math.min(times.longestRetryMs, times.firstRetryMs * 2 ** failures);
    failures += 1;
    const jitteredMs = Math.min(times.longestRetryMs, waitMs * (1 + Math.random() / 2));
    const askedMs = Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS);
    retryTimer = setTimeout(connect, Math.max(jitteredMs, askedMs));
  }

  /** Gives up the connection there is, without waiting for it to notice. */
  function drop(): void {
    const dropped = attempt;
    attempt = undefined;
    dropped?.abort();
  }

  function watch(): void {
    clearTimeout(watchTimer);
    const nowMs = Date.now();
    // A clock that was set back would make silence longer than it is believed to be.
    heardAtMs = Math.min(heardAtMs, nowMs);
    awaitedFromMs = Math.min(awaitedFromMs, nowMs);
    const leftMs = Math.max(heardAtMs, awaitedFromMs) + times.silentAfterMs - nowMs;
    if (leftMs <= 0 && status.silentSinceMs === undefined) {
      const wasOpen = status.link === 'open';
      setStatus({ silentSinceMs: heardAtMs, ...(wasOpen && { link: 'lost' }) });
      // A connection can be dead for many minutes before anybody says so.
      if (wasOpen) reconnect();
    }
    watchTimer = setTimeout(watch, leftMs > 0 ? Math.min(leftMs, LOOK_EVERY_MS) : LOOK_EVERY_MS);
  }

  function reconnect(): void {
    drop();
    failures = 0;
    void connect();
  }

  function connectNow(): void {
    if (starts === 0 || isSignedOut || isResting) return;
    watch();
    if (status.link !== 'open') reconnect();
  }

  function open(): void {
    isResting = false;
    if (isSignedOut) return;
    awaitedFromMs = Date.now();
    // Of a first stream; what was heard before a rest says how old is what is shown.
    if (heardAtMs === 0) heardAtMs = awaitedFromMs;
    watch();
    reconnect();
    if (page.isHidden()) planRest();
  }

  function end(): void {
    drop();
    clearTimeout(retryTimer);
    clearTimeout(watchTimer);
    clearTimeout(restTimer);
  }

  function close(): void {
    end();
    setStatus({ link: 'connecting', silentSinceMs: undefined });
  }

  function planRest(): void {
    clearTimeout(restTimer);
    restTimer = setTimeout(rest, times.restAfterMs);
  }

  /** What was stale stays so: it is as old when somebody comes back. */
  function rest(): void {
    end();
    isResting = true;
    setStatus({ link: 'connecting' });
  }

  function onSeen(): void {
    if (page.isHidden()) {
      if (!isResting) planRest();
      return;
    }
    clearTimeout(restTimer);
    // A computer that slept meanwhile has not counted the time of its rest.
    const isSilent = Date.now() - heardAtMs >= times.silentAfterMs;
    if (isResting || (isSilent && status.silentSinceMs === undefined)) open();
    else connectNow();
  }

  return {
    getStatus: () => status,
    subscribe(listener) {
      subscribers.add(listener);
      return () => subscribers.delete(listener);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      starts += 1;
      if (starts === 1) {
        stopListening = page.listen({ onWake: connectNow, onSeen, onHide: close, onReturn: open });
        open();
      }
      let isStopped = false;
      return () => {
        if (isStopped) return;
        isStopped = true;
        starts -= 1;
        if (starts > 0) return;
        stopListening?.();
        close();
        heardAtMs = 0;
      };
    },
    pause() {
      setStatus({ isPaused: true });
    },
    resume() {
      missed.clear();
      setStatus({ isPaused: false, missedChanges: 0 });
      catchUp();
    },
    connectNow,
  };
}
