import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type LiveChanges, type LiveEvent, liveEventSchema } from '@deskbell/protocol';
import { createParser } from 'eventsource-parser';
import { until } from '../../../testing/until.ts';

/** A tab's stream of changes; every event is checked against its schema, strictly. */
export interface LiveClient {
  response: IncomingMessage;
  events: readonly LiveEvent[];
  readonly isEnded: boolean;
  /** Waits for an event of this kind after the `after`-th event. */
  next(event: LiveEvent['event'], after?: number): Promise<void>;
  /** Waits for a record of this kind that is as `matches` says, whichever event brings it. */
  record<Kind extends keyof LiveChanges>(
    kind: Kind,
    matches: (record: LiveChanges[Kind][number]) => boolean,
  ): Promise<LiveChanges[Kind][number]>;
  leave(): void;
}

export interface LiveClientOptions {
  url: string;
  headers?: Record<string, string>;
}

/** Opens a stream that says hello. Throws with the status when it is refused. */
export async function openLive({ url, headers = {} }: LiveClientOptions): Promise<LiveClient> {
  const request = get(`${url}/api/live`, { headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) {
    response.resume();
    throw new Error(`refused with ${response.statusCode}`);
  }
  const events: LiveEvent[] = [];
  let isEnded = false;
  const parser = createParser({
    onEvent: ({ event, data }) =>
      events.push(liveEventSchema.parse({ event, data: JSON.parse(data) })),
  });
  response.setEncoding('utf8');
  response.on('data', (text: string) => parser.feed(text));
  response.on('error', () => {});
  response.once('close', () => {
    isEnded = true;
  });
  const client: LiveClient = {
    response,
    events,
    get isEnded() {
      return isEnded;
    },
    next: (event, after = 0) => until(() => events.slice(after).some((one) => one.event === event)),
    async record(kind, matches) {
      type Found = LiveChanges[typeof kind][number];
      const find = (): Found | undefined => {
        for (const one of events) {
          const records = one.event === 'changes' ? (one.data[kind] as Found[]) : [];
          const found = records.find(matches);
          if (found !== undefined) return found;
        }
        return undefined;
      };
      await until(() => find() !== undefined);
      return find() as Found;
    },
    leave: () => void request.destroy(),
  };
  await client.next('hello');
  return client;
}
