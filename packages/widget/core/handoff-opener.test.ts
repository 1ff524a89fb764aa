import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  problem,
  type ScriptedFrontDesk,
  startScriptedFrontDesk,
} from '@deskbell/testing/scripted-front-desk.ts';
import { isOver, until } from '../testing/store-testing.ts';
import type { HandoffReference } from './chat-client.ts';
import type { ChatState } from './chat-state.ts';
import { type ChatStore, createChatStore } from './chat-store.ts';

const handoff = (zip: string) => ({
  action: 'open_booking_wizard',
  prefill_data: { pickup_address: { zip_code: zip } },
  message: 'Ready.',
});

const armed = ({ messages }: ChatState): string[] =>
  messages.flatMap((message) =>
    message.role === 'assistant'
      ? message.parts.flatMap((part) =>
          part.kind === 'tool' && part.card?.isArmed ? [part.callId] : [],
        )
      : [],
  );

describe('opening a hand-over', () => {
  let desk: ScriptedFrontDesk;
  let store: ChatStore;
  let reference: HandoffReference;

  const opened = () => desk.requests.filter(({ path }) => path === '/api/assistant/handoffs/');

  beforeEach(async () => {
    desk = await startScriptedFrontDesk();
    store = createChatStore({ endpoint: desk.url, retryDelaysMs: [1] });
    store.send('Book it');
    const turn = await desk.nextTurn();
    turn.toolCall('build_booking_handoff', 'c1', 'Preparing…');
    turn.toolResult('build_booking_handoff', 'c1', handoff('10001'));
    turn.done();
    await until(store, isOver);
    reference = { turnId: turn.turnId, callId: 'c1' };
  });
  afterEach(async () => {
    store.dispose();
    await desk.close();
  });

  it('gives the wizard’s address on the server, and says that it is being asked', async () => {
    const answer = store.openHandoff(reference);
    assert.deepEqual(store.getState().openingHandoff, { ...reference, status: 'pending' });
    const found = await answer;
    assert.equal(found.type, 'opened');
    assert.match(
      found.type === 'opened' ? found.bookingUrl : '',
      /^http:\/\/127[^/]+\/book\?handoff=[\da-f-]+$/,
    );
    assert.deepEqual(JSON.parse(opened()[0]?.body ?? ''), {
      turn_id: reference.turnId,
      call_id: 'c1',
    });
    assert.equal(store.getState().openingHandoff, null);
  });

  it('asks once for a double click', async () => {
    const answers = await Promise.all([store.openHandoff(reference), store.openHandoff(reference)]);
    assert.deepEqual(answers[0], answers[1]);
    assert.equal(opened().length, 1);
  });

  it('takes an older card out of use, and shows the newer one', async () => {
    desk.refuseNextHandoff(problem(409, 'There is a newer one.', 'handoff_superseded'));
    assert.deepEqual(await store.openHandoff(reference), { type: 'superseded' });
    assert.deepEqual(store.getState().openingHandoff, { ...reference, status: 'superseded' });
    assert.deepEqual(armed(store.getState()), []);
    // The thread is loaded anew; here it has no newer one, so its newest is armed.
    assert.deepEqual(armed(await until(store, (state) => armed(state).length > 0)), ['c1']);
  });

  it('says what is gone and what may be asked again, and never rejects', async () => {
    desk.refuseNextHandoff(problem(404, 'There is no such hand-over.', 'not_found'));
    assert.deepEqual(await store.openHandoff(reference), { type: 'gone' });
    assert.deepEqual(store.getState().openingHandoff, { ...reference, status: 'gone' });
    for (const refusal of [
      problem(429, 'Later.', 'rate_limited'),
      { status: 502, body: '<h1>Bad gateway</h1>' },
      { status: 201, body: 'no object' },
      { status: 201, body: { booking_url: 'javascript:alert(1)' } },
    ]) {
      desk.refuseNextHandoff(refusal);
      assert.deepEqual(await store.openHandoff(reference), { type: 'unreachable' });
    }
    assert.equal((await store.openHandoff(reference)).type, 'opened');
    await desk.close();
    assert.deepEqual(await store.openHandoff(reference), { type: 'unreachable' });
    desk = await startScriptedFrontDesk();
  });

  it('is left when the conversation is, and when the chat is closed', async () => {
    const left = store.openHandoff(reference);
    store.newConversation();
    assert.deepEqual(await left, { type: 'left' });
    assert.equal(store.getState().openingHandoff, null);
    const closed = store.openHandoff(reference);
    store.dispose();
    assert.deepEqual(await closed, { type: 'left' });
    assert.deepEqual(await store.openHandoff(reference), { type: 'left' });
  });
});
