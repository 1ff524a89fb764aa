/** What a route that answers with a turn's stream says of it in the API's document. */
export const streamDocs = {
  type: 'text/event-stream',
  description:
    'Events with the id `<turn_id>:<n>`, n from 1 without holes. Exactly one `done` or `error` ends the stream. Lines that begin with a colon are comments that keep the connection open.',
  headers: {
    'x-turn-id': 'The turn, to resume or stop it.',
    'x-thread-id': 'The thread, for the next message.',
  },
};

export const IDEMPOTENCY_KEY_DOCS =
  '16 to 200 visible ASCII characters, such as a UUID. With it the same request gives the same turn, however often it is sent; it counts once.';
