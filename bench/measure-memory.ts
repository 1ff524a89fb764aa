import { randomUUID } from 'node:crypto';
import { Agent } from 'undici';
import { chatTurn } from './chat-turn.ts';
import { type Load, runLoad } from './run-load.ts';
import type { ServerProcess } from './server-process.ts';
import type { TurnShape } from './turn-shape.ts';

export interface MemoryFigures {
  /** What JavaScript holds on to, after a collection. */
  liveKbPerStream: number;
  /** What the process takes from the machine, garbage and caches included. */
  residentKbPerStream: number;
}

export interface MemoryLoad {
  warmUp: Load;
  streams: number;
  /** Slow enough that all streams are open at once. */
  shape: TurnShape;
}

/** For a fresh server: one that has had as many streams before has their memory at hand. */
export async function measureMemory(
  server: ServerProcess,
  { warmUp, streams, shape }: MemoryLoad,
): Promise<MemoryFigures> {
  await runLoad(server.url, warmUp);
  const before = await server.memory();
  const dispatcher = new Agent({ connections: streams, pipelining: 1 });
  try {
    const halfway: Promise<void>[] = [];
    const turns = Array.from({ length: streams }, () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      halfway.push(promise);
      const onTokens = { count: Math.ceil(shape.deltas / 2), reached: resolve };
      return chatTurn({ dispatcher, url: server.url, shape, threadId: randomUUID(), onTokens });
    });
    const ended = Promise.all(turns);
    await Promise.race([Promise.all(halfway), ended]);
    const during = await server.memory();
    await ended;
    return {
      liveKbPerStream: (during.liveBytes - before.liveBytes) / streams / 1024,
      residentKbPerStream: (during.residentBytes - before.residentBytes) / streams / 1024,
    };
  } finally {
    await dispatcher.destroy();
  }
}
