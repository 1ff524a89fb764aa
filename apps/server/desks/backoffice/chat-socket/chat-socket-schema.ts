import {
  clientFrameSchema,
  serverFrameSchema,
  socketCloseCodes,
  userIdQuery,
} from '@deskbell/protocol';
import { z } from 'zod';
import '../../../platform/http/route-docs.ts';

const { notSignedIn, unknownSession, tooManySockets } = socketCloseCodes;

/** What the route takes, and what the API's document says of it. */
export const chatSocketSchema = {
  summary: 'Chat over WebSocket',
  description: [
    'Several messages one after another, each answered by an `ack`, the frames of its turn and a `complete` or an `error`. Frames are JSON text and are done in the order they come. A frame that cannot be done is answered by an `error` frame with the sentence and the code that HTTP would answer with, and the socket stays: an empty message, one while a turn runs, more than the quota allows (with `retry_after`), bad JSON, a binary frame, a frame over 64 KiB.',
    'Every frame of a turn has its `turn_id` and a `seq`: the number of its event, 0 for the `ack`. A client that was away sends `resume` with the last `seq` it has, on a new socket to any server process, up to 5 minutes after the turn ended. Leaving never stops a turn; `stop` does.',
    'The server pings every 20 seconds and closes a socket whose peer does not answer within 35. A client that takes nothing for 30 seconds is cut and may come back.',
  ].join('\n\n'),
  tags: ['back office chat'],
  params: z.object({ session_id: z.string().describe('A UUID.') }),
  querystring: z.strictObject(userIdQuery),
  docs: {
    answers: { 101: { description: 'The socket is open.' } },
    refusals: { cross_site: 'A page of another website asked for it.' },
    socket: {
      clientFrames: clientFrameSchema,
      serverFrames: serverFrameSchema,
      closeCodes: {
        1009: 'A frame was larger than 1 MiB.',
        1012: 'The server is restarting; connect again.',
        [notSignedIn]:
          'Nobody is signed in, or no longer: asked at the start and at every message.',
        [unknownSession]: 'There is no such session, or it is somebody else’s, or was deleted.',
        [tooManySockets]: 'More than 50 sockets of the same user are open in this process.',
      },
    },
  },
};
