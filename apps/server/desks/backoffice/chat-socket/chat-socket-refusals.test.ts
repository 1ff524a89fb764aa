import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { HttpProblem } from '../../../platform/http/problem.ts';
import { startTestChatApp } from './test-chat-app.ts';
import { type ChatClient, openChat } from './test-chat-client.ts';
import { createHeldModel } from './test-held-model.ts';

const invalid = (message: string) => ({ type: 'error', message, code: 'invalid_request' });
const NO_SUCH_TURN = {
  type: 'error',
  message: 'there is no such turn, or it ended too long ago',
  code: 'not_found',
};
const TURN_RUNNING = {
  type: 'error',
  message: 'the assistant is still answering the message before this one',
  code: 'turn_running',
};
const TURN = '019ae000-0000-7000-8000-000000000002';

/** Sends one frame after the other; what each was answered with. */
async function answersTo(client: ChatClient, frames: readonly unknown[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const frame of frames) {
    if (Buffer.isBuffer(frame)) client.socket.send(frame);
    else client.send(frame);
    answers.push(await client.next());
  }
  return answers;
}

describe('a frame that cannot be done', () => {
  it('is answered with a sentence, costs nothing, and the socket stays', async (t) => {
    const model = createScriptedModel([says('Hi')]);
    const app = await startTestChatApp(t, { models: [model] });
    const client = await openChat(await app.newSession());
    const asked = app.access.count;
    const refused: [unknown, string][] = [
      ['', 'the frame is not valid JSON'],
      ['{"message": ', 'the frame is not valid JSON'],
      ['\u0000\uffff', 'the frame is not valid JSON'],
      ['[]', 'a frame must be a JSON object'],
      ['"Hello"', 'a frame must be a JSON object'],
      ['null', 'a frame must be a JSON object'],
      [{}, 'message is required'],
      [{ message: '' }, 'message is required'],
      [{ message: ' \n ' }, 'message is required'],
      [{ message: 7 }, 'message must be a string'],
      [{ message: '💬'.repeat(4_001) }, 'message must be at most 4000 characters'],
      [{ message: 'Hi', history: [] }, 'unknown field: history'],
      ['{"message": "Hi", "__proto__": {}}', 'unknown field: __proto__'],
      [{ message: 'Hi', idempotency_key: 7 }, 'idempotency_key must be a string'],
      [{ type: 'shout', message: 'Hi' }, "type must be 'message', 'stop' or 'resume'"],
      [{ type: 'toString' }, "type must be 'message', 'stop' or 'resume'"],
      [{ type: null, message: 'Hi' }, "type must be 'message', 'stop' or 'resume'"],
      [{ type: 'stop', turn_id: 'x' }, 'turn_id must be the id of a turn'],
      [{ type: 'resume' }, 'turn_id must be the id of a turn'],
      [{ type: 'resume', turn_id: TURN, after: -1 }, 'after must be at least 0'],
      [{ type: 'resume', turn_id: TURN, after: 'x' }, 'after must be a whole number'],
      [Buffer.from('{"message":"Hi"}'), 'frames must be text, not binary'],
      [Buffer.alloc(100_000), 'frames must be text, not binary'],
    ];
    const answers = await answersTo(
      client,
      refused.map(([frame]) => frame),
    );
    assert.deepEqual(
      answers,
      refused.map(([, message]) => invalid(message)),
    );
    assert.equal(app.access.count, asked, 'garbage asks the database nothing');
    client.send({ message: 'Hello' });
    assert.equal((await client.turn()).at(-1)?.type, 'complete');
  });

  it('may have 64 KiB and not one byte more; above 1 MiB the socket is closed', async (t) => {
    const app = await startTestChatApp(t, { models: [createScriptedModel([])] });
    const client = await openChat(await app.newSession());
    const sized = (bytes: number) => `{"message":"${'x'.repeat(bytes - 14)}"}`;
    assert.deepEqual(await answersTo(client, [sized(65_536), sized(65_537), sized(1_048_576)]), [
      invalid('message must be at most 4000 characters'),
      { type: 'error', message: 'a frame must be at most 65536 bytes', code: 'body_too_large' },
      { type: 'error', message: 'a frame must be at most 65536 bytes', code: 'body_too_large' },
    ]);
    client.send(sized(1_048_577));
    assert.equal((await client.closed).code, 1009);
  });

  it('names an unknown turn, also one of somebody else or of another session', async (t) => {
    const model = createScriptedModel([says('Hi'), says('Hi')]);
    const app = await startTestChatApp(t, { models: [model] });
    const bob = await openChat(await app.newSession('bob'), { headers: { 'x-user': 'bob' } });
    bob.send({ message: 'Hello' });
    const bobs = (await bob.turn())[0];
    const other = await openChat(await app.newSession());
    other.send({ message: 'Hello' });
    const others = (await other.turn())[0];
    assert.ok(bobs?.type === 'ack' && others?.type === 'ack');
    const client = await openChat(await app.newSession());
    const frames = [TURN, bobs.turn_id, others.turn_id].flatMap((turn_id) => [
      { type: 'resume', turn_id },
      { type: 'stop', turn_id },
    ]);
    assert.deepEqual(
      await answersTo(client, frames),
      frames.map(() => NO_SUCH_TURN),
    );
  });

  it('is a message while a turn runs, here or on another socket', async (t) => {
    const model = createHeldModel();
    const app = await startTestChatApp(t, { models: [model] });
    const session = await app.newSession();
    const first = await openChat(session);
    const second = await openChat(session);
    first.send({ message: 'Hello' });
    await first.take(2);
    for (const client of [first, second]) {
      client.send({ message: 'And?' });
      assert.deepEqual(await client.next(), TURN_RUNNING);
    }
    model.release();
    assert.equal((await first.turn()).at(-1)?.type, 'complete');
    second.send({ message: 'And?' });
    assert.equal((await second.turn()).at(-1)?.type, 'complete');
  });

  it('is one message too many, and says when to try again', async (t) => {
    const problem = new HttpProblem({
      code: 'rate_limited',
      detail: 'that was a lot of messages, please try again in 30 seconds',
      headers: { 'retry-after': '30' },
    });
    const app = await startTestChatApp(t, {
      models: [createScriptedModel([])],
      quotas: {
        take: async () => ({ isAllowed: false, headers: {}, problem }),
        giveBack: async () => {},
      },
    });
    const client = await openChat(await app.newSession());
    client.send({ message: 'Hello' });
    assert.deepEqual(await client.next(), {
      type: 'error',
      message: problem.detail,
      code: 'rate_limited',
      retry_after: 30,
    });
  });

  it('has a key that is too short, or was used for another message', async (t) => {
    const app = await startTestChatApp(t, { models: [createScriptedModel([says('Hi')])] });
    const client = await openChat(await app.newSession());
    const idempotency_key = crypto.randomUUID();
    client.send({ message: 'Hello', idempotency_key });
    await client.turn();
    assert.deepEqual(
      await answersTo(client, [
        { message: 'Hello', idempotency_key: '1' },
        { message: 'Bye', idempotency_key },
      ]),
      [
        invalid('the Idempotency-Key must be 16 to 200 visible ASCII characters, such as a UUID'),
        {
          type: 'error',
          message: 'this Idempotency-Key was already used for another message',
          code: 'idempotency_mismatch',
        },
      ],
    );
  });

  it('meets a database that is away: the sentence tells nothing of it', async (t) => {
    const app = await startTestChatApp(t, {
      models: [createScriptedModel([])],
      wrapSendMessage: () => async () => {
        throw new Error('password authentication failed for user "desk"');
      },
    });
    const client = await openChat(await app.newSession());
    client.send({ message: 'Hello' });
    const frame = await client.next();
    assert.ok(frame.type === 'error' && frame.code === 'internal');
    assert.match(frame.message, /^Something went wrong on our side\./);
    assert.doesNotMatch(frame.message, /password/);
  });
});
