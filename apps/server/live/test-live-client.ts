import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { type LiveChanges, type LiveEvent, liveEventSchema } from '@deskbell/protocol';
import { until } from '@deskbell/testing/until.ts';
import { createParser } from 'eventsource-parser';

/** A tab's stream of changes; every event is checked against its schema. */
export interface LiveClient {
  request: ClientRequest;
  response: IncomingMessage;
  /** As they came, with whatever their schemas do not know. */
  events: readonly LiveEvent[];
  readonly isEnded: boolean;
  count(event: LiveEvent['event']): number;
  /** The records of one kind as they were told last, by their ids; bookings by their numbers. */
  latest<Kind extends keyof LiveChanges>(kind: Kind): Map<string, LiveChanges[Kind][number]>;
}

/** Opens a stream and waits for its hello; left with its owner. Throws when it is refused. */
export async function openLive(
  owner: { after(cleanUp: () => Promise<void>): void },
  { url }: { url: string },
  headers: Record<string, string> = {},
): Promise<LiveClient> {
  const request = get(`${url}/api/live`, { headers, agent: false });
  owner.after(async () => void request.destroy());
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  // Cut, by the server or by this test.
  request.on('error', () => {});
  response.on('error', () => {});
  if (response.statusCode !== 200) {
    response.resume();
    throw new Error(`refused with ${response.statusCode}`);
  }
  const events: LiveEvent[] = [];
  let isEnded = false;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const told = { event, data: JSON.parse(data) };
      liveEventSchema.parse(told);
      events.push(told as LiveEvent);
    },
  });
  response.setEncoding('utf8');
  response.on('data', (text: string) => parser.feed(text));
  response.once('close', () => {
    isEnded = true;
  });
  await until(() => events.length > 0);
  return {
    request,
    response,
    events,
    get isEnded() {
      return isEnded;
    },
    count: (event) => events.filter((one) => one.event === event).length,
    latest: (kind) => {
      type Known = LiveChanges[typeof kind][number];
      const records = events.flatMap((one) =>
        one.event === 'changes' ? (one.data[kind] as Known[]) : [],
      );
      return new Map(records.map((one) => ['number' in one ? one.number : one.id, one]));
    },
  };
}
