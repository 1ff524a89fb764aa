import { parseRetryAfter } from '@deskbell/widget';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { eventOfStream, isLastEvent } from './turn-event.ts';
import { endOfRefusal, type Job, type Try, type TryEnd, type Way } from './way.ts';

export interface StreamWayOptions {
  fetch: typeof fetch;
  clock: () => Date;
  /** Comments of the server count as signs of life. */
  silentMs?: number;
}

const requestOf = ({ sessionId, job, signal }: Try): [string, RequestInit] => {
  const usual: RequestInit = { credentials: 'same-origin', cache: 'no-store', signal };
  return job.kind === 'ask'
    ? [
        '/api/chat',
        {
          ...usual,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': job.key },
          body: JSON.stringify({ message: job.text, session_id: sessionId, stream: true }),
        },
      ]
    : [`/api/chat/turns/${encodeURIComponent(job.turnId)}?after=${job.after}`, usual];
};

/** `POST /api/chat` and `GET /api/chat/turns/{id}` as event streams. */
export function createStreamWay(options: StreamWayOptions): Way {
  const { silentMs = 45_000, clock } = options;

  async function refusedWith(response: Response, job: Job): Promise<TryEnd> {
    if (response.status === 401) return { type: 'signed_out' };
    const problem = (await response.json().catch(() => undefined)) as
      | { code?: unknown; detail?: unknown }
      | undefined;
    // A proxy's page, or a server that is not itself: the key makes it safe to ask again.
    if (typeof problem?.code !== 'string') return { type: 'broken' };
    return endOfRefusal(job, {
      code: problem.code,
      message: typeof problem.detail === 'string' ? problem.detail : '',
      retryAfterSeconds: parseRetryAfter(response.headers.get('retry-after'), clock()),
    });
  }

  async function readEvents(body: ReadableStream<Uint8Array>, attempt: Try): Promise<TryEnd> {
    const { job, signal, onNews } = attempt;
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let turnId = job.kind === 'resume' ? job.turnId : undefined;
    let hasEnded = false;
    const parser = createParser({
      onEvent: (message: EventSourceMessage) => {
        if (hasEnded || signal.aborted) return;
        const [, named, number] = /^(.+):(\d+)$/.exec(message.id ?? '') ?? [];
        if (named !== undefined && turnId === undefined) {
          turnId = named;
          onNews({ type: 'named', turnId });
        }
        const event = eventOfStream(message);
        if (event === undefined) return;
        onNews({ type: 'event', seq: number === undefined ? null : Number(number), event });
        hasEnded = isLastEvent(event);
      },
    });
    const cancel = (): void => void reader.cancel().catch(() => {});
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      while (!hasEnded) {
        timer = setTimeout(cancel, silentMs);
        const { done, value } = await reader.read();
        clearTimeout(timer);
        if (done) break;
        parser.feed(decoder.decode(value, { stream: true }));
      }
    } finally {
      clearTimeout(timer);
      cancel();
    }
    return { type: hasEnded ? 'ended' : 'broken' };
  }

  return {
    run: async (attempt) => {
      const { job, signal, onNews } = attempt;
      try {
        const response = await options.fetch(...requestOf(attempt));
        if (!response.ok) return await refusedWith(response, job);
        if (response.body === null) return { type: 'broken' };
        onNews({ type: 'connected' });
        const turnId = response.headers.get('x-turn-id');
        if (turnId !== null && job.kind === 'ask') onNews({ type: 'named', turnId });
        return await readEvents(response.body, attempt);
      } catch {
        return { type: signal.aborted ? 'left' : 'broken' };
      }
    },
    // Its requests end with their signals.
    close: () => {},
  };
}
