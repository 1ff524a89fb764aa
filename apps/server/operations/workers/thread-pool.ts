import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { WorkerError } from './worker-pool.ts';

/** What a worker file's default function answers: errors do not cross threads with their class. */
export type TaskAnswer =
  | { isDone: true; value: unknown }
  | { isDone: false; code: WorkerError['code']; message: string; where: string };

/** What a worker file's default function gets. It stores 1 in `started` before it does anything. */
export interface Task {
  name: string;
  input: unknown;
  started: Int32Array<SharedArrayBuffer>;
}

export interface TaskOptions {
  /** From when a thread begins with the task, however long it waited for one. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Buffers that are moved to the thread; the caller no longer has them. */
  transfer?: ArrayBuffer[];
}

export interface ThreadPool {
  /**
   * Runs a task of the worker file. Rejects with `WorkerError`, or with the signal's reason when it
   * aborts; a thread that was at it then is ended and replaced.
   */
  run(name: string, input: unknown, options: TaskOptions): Promise<unknown>;
  /** Ends every thread; tasks under way reject. May be called twice. */
  close(): Promise<void>;
}

/** A task that needs more ends its thread, not the server. Buffers are not counted in it. */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 };

/** Threads that run the default function of `file`, each one task at a time. */
export function createThreadPool({
  file,
  threads,
  log,
}: {
  file: URL;
  threads: number;
  log: Logger;
}): ThreadPool {
  let pool: Piscina | undefined;
  let closing: Promise<void> | undefined;
  /** What ends each task that is waiting or under way. */
  const running = new Set<AbortController>();

  function open(): Piscina {
    const created = new Piscina({
      filename: file.href,
      minThreads: threads,
      maxThreads: threads,
      resourceLimits: MEMORY,
      // Nothing a mail could bring to run may find the server's secrets.
      env: {},
    });
    // A thread that dies while it starts is not replaced by the pool: the next task gets a new pool.
    created.on('error', (error: Error) => {
      log.error({ code: codeOf(error) }, 'A worker thread ended while it had nothing to do');
      if (pool !== created) return;
      pool = undefined;
      created.destroy().catch(() => log.error('Worker threads could not be ended'));
    });
    return created;
  }

  async function run(name: string, input: unknown, options: TaskOptions): Promise<unknown> {
    const { timeoutMs, signal, transfer = [] } = options;
    signal?.throwIfAborted();
    if (closing !== undefined) throw new WorkerError('crashed', 'The server is shutting down.');
    pool ??= open();
    const started = new Int32Array(new SharedArrayBuffer(4));
    const stop = new AbortController();
    let isOverTime = false;
    const clearTimeLimit = startTimeLimit({
      started,
      timeoutMs,
      onOver: () => {
        isOverTime = true;
        stop.abort();
      },
    });
    const onAbort = (): void => stop.abort();
    signal?.addEventListener('abort', onAbort, { once: true });
    running.add(stop);
    try {
      const task: Task = { name, input, started };
      const answer: TaskAnswer = await pool.run(task, {
        transferList: transfer,
        signal: stop.signal,
      });
      if (answer.isDone) return answer.value;
      if (answer.code === 'crashed') {
        log.error({ task: name, where: answer.where }, 'A task failed in a worker thread');
      }
      throw new WorkerError(answer.code, answer.message);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof WorkerError) throw error;
      if (closing !== undefined) throw new WorkerError('crashed', 'The server is shutting down.');
      if (isOverTime) {
        log.warn({ task: name, timeoutMs }, 'A worker thread took too long and was ended');
        const seconds = timeoutMs / 1_000;
        throw new WorkerError('time_limit', `It took longer than ${seconds} seconds.`);
      }
      log.error({ task: name, code: codeOf(error) }, 'A worker thread ended unexpectedly');
      throw new WorkerError('crashed', 'It needed too much memory or ended unexpectedly.');
    } finally {
      clearTimeLimit();
      signal?.removeEventListener('abort', onAbort);
      running.delete(stop);
    }
  }

  return {
    run,
    close() {
      closing ??= (async () => {
        for (const stop of running) stop.abort();
        await pool?.destroy();
      })();
      return closing;
    },
  };
}

/**
 * Calls `onOver` that long after a thread began. A start takes part of a second and a queue may be
 * long: neither is the task's own time. Returns what ends the watch.
 */
function startTimeLimit({
  started,
  timeoutMs,
  onOver,
}: {
  started: Int32Array<SharedArrayBuffer>;
  timeoutMs: number;
  onOver: () => void;
}): () => void {
  const pollMs = Math.min(100, timeoutMs);
  let startedAt: number | undefined;
  let timer: NodeJS.Timeout;
  const check = (): void => {
    const now = performance.now();
    if (startedAt === undefined && Atomics.load(started, 0) === 1) startedAt = now;
    const leftMs = startedAt === undefined ? pollMs : startedAt + timeoutMs - now;
    if (leftMs <= 0) onOver();
    else timer = setTimeout(check, leftMs);
  };
  timer = setTimeout(check, pollMs);
  return () => clearTimeout(timer);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
