import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent } from 'undici';
import { chatTurn } from './chat-turn.ts';
import { durationMs, type TurnShape } from './turn-shape.ts';

export interface Load {
  shape: TurnShape;
  /** Customers at the same time, each with a connection and a thread of their own. */
  customers: number;
  /** How often each of them asks, one question after the other. */
  turnsEach: number;
}

/**
 * Plays a load against one server. Returns the time to the first token of every turn.
 * Customers arrive evenly over the time of one answer, so that they do not all do the same at once.
 */
export async function runLoad(url: string, load: Load): Promise<number[]> {
  const dispatcher = new Agent({ connections: load.customers, pipelining: 1 });
  const arrivalGapMs = durationMs(load.shape) / load.customers;
  const firstTokensMs: number[] = [];
  try {
    await Promise.all(
      Array.from({ length: load.customers }, async (_, index) => {
        await delay(index * arrivalGapMs);
        const threadId = randomUUID();
        for (let turn = 0; turn < load.turnsEach; turn += 1) {
          firstTokensMs.push(await chatTurn({ dispatcher, url, shape: load.shape, threadId }));
        }
      }),
    );
  } finally {
    await dispatcher.destroy();
  }
  return firstTokensMs;
}
