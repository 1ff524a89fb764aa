import { type Dispatcher, request } from 'undici';
import { questionWith, type TurnShape } from './turn-shape.ts';

export interface ChatTurnOptions {
  dispatcher: Dispatcher;
  url: string;
  shape: TurnShape;
  threadId: string;
  /** Called once, when this many token events have arrived. */
  onTokens?: { count: number; reached: () => void } | undefined;
}

/**
 * One customer's turn, read to its end. Returns the time from sending it to its first token.
 * Throws unless every delta arrived as a token and the turn was done by the language model.
 */
export async function chatTurn(options: ChatTurnOptions): Promise<number> {
  const { shape, threadId: thread_id, onTokens } = options;
  const startedAt = performance.now();
  const { statusCode, body } = await request(`${options.url}/api/assistant/chat/`, {
    dispatcher: options.dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: questionWith(shape), thread_id }),
  });
  if (statusCode !== 200) throw new Error(`a turn was refused: ${await body.text()}`);
  let text = '';
  let firstTokenMs: number | undefined;
  let isWaiting = onTokens !== undefined;
  await new Promise<void>((resolve, reject) => {
    body.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (firstTokenMs === undefined && text.includes('event: token\n')) {
        firstTokenMs = performance.now() - startedAt;
      }
      if (isWaiting && onTokens !== undefined && tokensIn(text) >= onTokens.count) {
        isWaiting = false;
        onTokens.reached();
      }
    });
    body.on('end', resolve);
    body.on('error', reject);
  });
  const isDone = text.includes('event: done\n') && !text.includes('"degraded":true');
  if (!isDone || firstTokenMs === undefined || tokensIn(text) !== shape.deltas) {
    throw new Error(`a turn did not go as scripted:\n${text}`);
  }
  return firstTokenMs;
}

function tokensIn(text: string): number {
  return text.split('event: token\n').length - 1;
}
