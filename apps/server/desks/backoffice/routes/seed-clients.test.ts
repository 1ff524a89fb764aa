import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  historySchema,
  newSessionSchema,
  sessionListSchema,
  staffChatAnswerSchema,
} from '@deskbell/protocol';
import { hasProgram, runSeedClient } from '@deskbell/testing/run-seed-client.ts';
import { calls, createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { CONTEXT, startChatApp, TOOL } from './test-chat-app.ts';

const noCurl = (await hasProgram('curl')) ? false : 'curl is not on this machine';
const noPython = (await hasProgram('python3')) ? false : 'python3 is not on this machine';

/** What a model says about a tool's result, with everything that could confuse a reader of lines. */
const answer = () => [
  calls([{ callId: 'c1', tool: TOOL, input: {} }], 'Let me look: '),
  says('2 tasks 🧳\n\n- data: first', '\n', '- {"second"}\ndata: third', '\u2028last'),
];

describe("the seed's curl lines", { skip: noCurl }, () => {
  it('work as printed', async (t) => {
    const app = await startChatApp(t, {
      models: [createScriptedModel([says('12 emails.')])],
      isOpen: true,
    });
    const { url } = app;
    const session = newSessionSchema.parse(
      JSON.parse(await runSeedClient('create_session.sh', { url })),
    );
    assert.equal(session.user_id, 'default');
    const sessionId = session.id;
    const answered = staffChatAnswerSchema.parse(
      JSON.parse(await runSeedClient('send_message.sh', { url, sessionId })),
    );
    assert.deepEqual([answered.session_id, answered.message], [sessionId, '12 emails.']);
    const history = historySchema.parse(
      JSON.parse(await runSeedClient('read_history.sh', { url, sessionId })),
    );
    assert.deepEqual(
      history.messages.map(({ role, content }) => [role, content]),
      [
        ['user', 'What emails did we process today?'],
        ['assistant', '12 emails.'],
      ],
    );
    const list = sessionListSchema.parse(
      JSON.parse(await runSeedClient('list_sessions.sh', { url })),
    );
    assert.deepEqual(
      [list.session_count, list.sessions.map(({ id, message_count }) => [id, message_count])],
      [1, [[sessionId, 2]]],
    );
    assert.deepEqual(JSON.parse(await runSeedClient('read_context.sh', { url })), CONTEXT);
  });
});

describe("the seed's Python clients", { skip: noPython }, () => {
  it('print a whole answer', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel(answer())], isOpen: true });
    assert.equal(
      await runSeedClient('whole_answer.py', app),
      'Let me look: \n\n2 tasks 🧳\n\n- data: first\n- {"second"}\ndata: third\u2028last\n',
    );
  });

  it('print a streamed answer without its line ends, and nothing else', async (t) => {
    const app = await startChatApp(t, { models: [createScriptedModel(answer())], isOpen: true });
    const sessionId = await app.as().session('?user_id=ann');
    assert.equal(
      await runSeedClient('streamed_answer.py', { url: app.url, sessionId }),
      'Let me look: 2 tasks 🧳- data: first- {"second"}data: thirdlast\n',
    );
  });
});
