import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { openedHandoffSchema, problemSchema } from '@deskbell/protocol';
import { chat, type NumberedEvent, postChat } from '@deskbell/testing/chat-stream.ts';
import {
  calls,
  createScriptedModel,
  type ScriptedStep,
  says,
} from '@deskbell/testing/scripted-model.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { until } from '@deskbell/testing/until.ts';
import { HANDOFFS_PER_HOUR } from './handoff-routes.ts';
import { postJson, refusal, signIn } from './test-requests.ts';

const TOOL = 'build_booking_handoff';
const START = new Date('2026-06-01T15:00:00Z');

/** A turn that hands over what `inputs` say, one call each, and says so. */
const handsOver = (...inputs: unknown[]): ScriptedStep[] => [
  calls(inputs.map((input, index) => ({ callId: `c${index + 1}`, tool: TOOL, input }))),
  says('Here you are.'),
];
const hangs: ScriptedStep = { events: [], hangs: true };
const bags = (bag_count: number) => ({ service_type: 'blade_transfer', bag_count });

async function start(t: Parameters<typeof startTestServer>[0], ...steps: ScriptedStep[]) {
  const time = { now: START };
  const server = await startTestServer(t, {
    languageModels: [createScriptedModel(steps)],
    clock: () => time.now,
  });
  const open = (turnId: string, callId = 'c1', headers?: Record<string, string>) =>
    postJson(
      `${server.url}/api/assistant/handoffs/`,
      { turn_id: turnId, call_id: callId },
      headers,
    );
  const openWell = async (...asked: Parameters<typeof open>) => {
    const response = await open(...asked);
    const text = await response.text();
    assert.equal(response.status, 201, text);
    return openedHandoffSchema.parse(JSON.parse(text));
  };
  const claim = (id: string, claimKey: string = randomUUID(), headers?: Record<string, string>) =>
    postJson(`${server.url}/api/assistant/handoffs/${id}/claim/`, { claim_key: claimKey }, headers);
  return { server, time, open, openWell, claim };
}

const newCustomer = (server: TestServer, name: string) =>
  signIn(server, { id: randomUUID(), email: `${name}@example.com` });

const resultsOf = (events: readonly NumberedEvent[]): Record<string, unknown>[] =>
  events.flatMap((event) => (event.event === 'tool_result' ? [event.data.result] : []));

const countHandoffs = async ({ database }: TestServer): Promise<number> => {
  const { rows } = await database.pool.query('select count(*) from handoffs');
  return rows[0].count;
};

describe('opening a handoff', () => {
  it('is refused for whatever is no handoff', async (t) => {
    const { server, open } = await start(
      t,
      calls([
        { callId: 'zip', tool: 'check_zip_coverage', input: { zip_code: '10001' } },
        { callId: 'past', tool: TOOL, input: { pickup_date: '2026-05-01' } },
        { callId: 'made up', tool: 'book_it', input: {} },
      ]),
      says('That day is over.'),
    );
    const { turnId } = await chat(server.url, { message: 'Book it' });
    const path = `${server.url}/api/assistant/handoffs/`;
    for (const body of [
      {},
      [],
      { turn_id: turnId },
      { turn_id: 'x', call_id: 'past' },
      { turn_id: turnId, call_id: 7 },
      { turn_id: turnId, call_id: 'x'.repeat(201) },
      { turn_id: turnId, call_id: 'past', prefill_data: {} },
      { turn_id: turnId, call_id: 'past', filler: 'x'.repeat(5_000) },
    ]) {
      assert.equal((await refusal(await postJson(path, body))).status, 400, JSON.stringify(body));
    }
    for (const callId of ['zip', 'past', 'made up', 'unknown', '', '\0', '\ud83e']) {
      assert.equal((await refusal(await open(turnId, callId))).code, 'not_found', callId);
    }
    assert.equal((await refusal(await open(randomUUID()))).code, 'not_found');
    const elsewhere = await open(turnId, 'past', { origin: 'https://evil.example' });
    assert.equal((await refusal(elsewhere)).code, 'cross_site');
    assert.equal(await countHandoffs(server), 0);
  });

  it('is for whoever may touch the thread', async (t) => {
    const { server, open, openWell } = await start(t, ...handsOver(bags(2)), ...handsOver(bags(3)));
    const ann = await newCustomer(server, 'ann');
    const bob = await newCustomer(server, 'bob');
    const hers = await chat(server.url, { message: 'Book it' }, { cookie: ann });
    const anybodys = await chat(server.url, { message: 'Book it' });
    for (const [turnId, cookie] of [
      [hers.turnId, undefined],
      [hers.turnId, bob],
      [anybodys.turnId, ann],
    ] as const) {
      const refused = await open(turnId, 'c1', cookie === undefined ? {} : { cookie });
      assert.equal((await refusal(refused)).code, 'not_found');
    }
    assert.equal(await countHandoffs(server), 0);
    await openWell(hers.turnId, 'c1', { cookie: ann });
    await openWell(anybodys.turnId);
    await server.database.pool.query("update threads set desk = 'backoffice'");
    assert.equal((await refusal(await open(anybodys.turnId))).code, 'not_found');
  });

  it('waits for a call that has given nothing yet, and for nothing else of its turn', async (t) => {
    const { server, open } = await start(t, hangs, ...handsOver(bags(2)).slice(0, 1), hangs);
    const first = await postChat(server.url, { message: 'Book it' });
    const turnId = first.headers.get('x-turn-id') ?? '';
    const refused = await open(turnId);
    const { code, retryable } = problemSchema.parse(await refused.json());
    assert.deepEqual({ code, retryable }, { code: 'turn_running', retryable: true });
    await fetch(`${server.url}/api/assistant/chat/${turnId}/stop/`, { method: 'POST' });
    await first.text();
    assert.equal((await refusal(await open(turnId))).code, 'not_found');

    const second = await postChat(server.url, { message: 'Book it' });
    const runningId = second.headers.get('x-turn-id') ?? '';
    await until(async () => (await open(runningId)).status === 201);
    await fetch(`${server.url}/api/assistant/chat/${runningId}/stop/`, { method: 'POST' });
    await second.text();
  });

  it('is refused once the thread has a newer one', async (t) => {
    const { server, open, openWell } = await start(
      t,
      ...handsOver(bags(2)),
      ...handsOver(bags(3), bags(4)),
      ...handsOver(bags(1)),
    );
    const { turnId, threadId } = await chat(server.url, { message: 'Book it' });
    const first = await openWell(turnId);
    const newer = await chat(server.url, { message: 'No, 4', thread_id: threadId });
    for (const stale of [await open(turnId), await open(newer.turnId, 'c1')]) {
      const { status, code, error } = await refusal(stale);
      assert.deepEqual({ status, code }, { status: 409, code: 'handoff_superseded' });
      assert.match(error, /newest/);
    }
    const second = await openWell(newer.turnId, 'c2');
    assert.notEqual(first.handoff_id, second.handoff_id);

    const failed = await chat(server.url, { message: 'No, 1', thread_id: threadId });
    assert.deepEqual(Object.keys(resultsOf(failed.events)[0] ?? {}), ['error']);
    await openWell(newer.turnId, 'c2');
  });

  it('gives the address of the booking form and five minutes', async (t) => {
    const { server, openWell } = await start(t, ...handsOver(bags(2)));
    const { turnId } = await chat(server.url, { message: 'Book it' });
    const opened = await openWell(turnId.toUpperCase());
    assert.equal(opened.booking_url, `http://localhost:8000/book?handoff=${opened.handoff_id}`);
    assert.equal(Date.parse(opened.expires_at) - START.getTime(), 300_000);
  });

  it('stays on the name under which the page knows this server', async (t) => {
    const { server, openWell } = await start(t, ...handsOver(bags(2)));
    const { turnId } = await chat(server.url, { message: 'Book it' });
    const opened = await openWell(turnId, 'c1', { origin: server.url });
    assert.equal(opened.booking_url, `${server.url}/book?handoff=${opened.handoff_id}`);
  });

  it('may be done again: every id stands for itself', async (t) => {
    const { server, openWell, claim } = await start(t, ...handsOver(bags(2)));
    const { turnId } = await chat(server.url, { message: 'Book it' });
    const [first, second] = [await openWell(turnId), await openWell(turnId)];
    assert.notEqual(first.handoff_id, second.handoff_id);
    for (const { handoff_id } of [second, first]) {
      assert.equal((await claim(handoff_id)).status, 200);
    }
  });

  it('has a limit for every address', async (t) => {
    const { server, open } = await start(t);
    for (let count = 0; count < HANDOFFS_PER_HOUR; count += 1) {
      assert.equal((await open(randomUUID())).status, 404);
    }
    const response = await open(randomUUID());
    assert.ok(Number(response.headers.get('retry-after')) > 3_500);
    assert.equal((await refusal(response)).code, 'rate_limited');
    assert.equal((await postChat(server.url, { message: '' })).status, 400);
  });
});

describe('taking a handoff over', () => {
  it('is refused for whatever is no opened handoff', async (t) => {
    const { server, openWell, claim } = await start(t, ...handsOver(bags(2)));
    const { turnId } = await chat(server.url, { message: 'Book it' });
    const { handoff_id } = await openWell(turnId);
    for (const id of [randomUUID(), turnId, 'x', '%00', `${handoff_id}x`]) {
      assert.equal((await refusal(await claim(id))).code, 'not_found', id);
    }
    const path = `${server.url}/api/assistant/handoffs/${handoff_id}/claim/`;
    for (const body of [{}, { claim_key: 'x' }, { claim_key: randomUUID(), more: 1 }]) {
      assert.equal((await refusal(await postJson(path, body))).status, 400);
    }
    const elsewhere = await claim(handoff_id, randomUUID(), { origin: 'https://evil.example' });
    assert.equal((await refusal(elsewhere)).code, 'cross_site');
    assert.equal((await claim(handoff_id)).status, 200, 'none of these took it');
  });

  it('works for the first of fifty at once', async (t) => {
    const { server, openWell, claim } = await start(t, ...handsOver(bags(2)));
    const { turnId } = await chat(server.url, { message: 'Book it' });
    const { handoff_id } = await openWell(turnId);
    const keys = Array.from({ length: 50 }, () => randomUUID());
    const statuses = await Promise.all(
      keys.map(async (key) => (await claim(handoff_id, key)).status),
    );
    assert.equal(statuses.filter((status) => status === 200).length, 1);
    assert.equal(statuses.filter((status) => status === 404).length, 49);
    const winner = keys[statuses.indexOf(200)];
    for (const key of keys.slice(0, 10)) {
      assert.equal((await claim(handoff_id, key)).status, key === winner ? 200 : 404);
    }
    assert.equal((await claim(handoff_id.toUpperCase(), winner?.toUpperCase())).status, 200);
  });

  it('ends with the five minutes, for whoever took it too', async (t) => {
    const { server, time, openWell, claim } = await start(t, ...handsOver(bags(2)));
    const { turnId } = await chat(server.url, { message: 'Book it' });
    const [taken, left] = [await openWell(turnId), await openWell(turnId)];
    const key = randomUUID();
    assert.equal((await claim(taken.handoff_id, key)).status, 200);
    time.now = new Date(START.getTime() + 299_999);
    assert.equal((await claim(taken.handoff_id, key)).status, 200);
    time.now = new Date(START.getTime() + 300_000);
    assert.equal((await claim(taken.handoff_id, key)).status, 404);
    assert.equal((await claim(left.handoff_id)).status, 404);
  });

  it('of a customer needs the cookie of that customer', async (t) => {
    const { server, openWell, claim } = await start(t, ...handsOver(bags(2)));
    const ann = await newCustomer(server, 'ann');
    const bob = await newCustomer(server, 'bob');
    const { turnId } = await chat(server.url, { message: 'Book it' }, { cookie: ann });
    const { handoff_id } = await openWell(turnId, 'c1', { cookie: ann });
    const key = randomUUID();
    assert.equal((await refusal(await claim(handoff_id, key))).code, 'not_found');
    assert.equal((await refusal(await claim(handoff_id, key, { cookie: bob }))).code, 'not_found');
    assert.equal((await claim(handoff_id, key, { cookie: ann })).status, 200);
    assert.equal((await claim(handoff_id, key)).status, 404, 'not even with the key that took it');
  });

  it('of a visitor survives signing in, and the end of the thread', async (t) => {
    const { server, openWell, claim } = await start(t, ...handsOver(bags(2)));
    const { turnId, threadId } = await chat(server.url, { message: 'Book it' });
    const { handoff_id } = await openWell(turnId);
    const key = randomUUID();
    await server.database.pool.query('delete from threads where id = $1', [threadId]);
    assert.equal((await claim(handoff_id, key)).status, 200);
    const ann = await newCustomer(server, 'ann');
    assert.equal((await claim(handoff_id, key, { cookie: ann })).status, 200);
  });

  it('is refused once the thread has a newer one, unless it was taken before', async (t) => {
    const { server, openWell, claim } = await start(
      t,
      ...handsOver(bags(2)),
      ...handsOver(bags(3)),
    );
    const { turnId, threadId } = await chat(server.url, { message: 'Book it' });
    const [taken, left] = [await openWell(turnId), await openWell(turnId)];
    const key = randomUUID();
    assert.equal((await claim(taken.handoff_id, key)).status, 200);
    await chat(server.url, { message: 'No, 3', thread_id: threadId });
    assert.equal((await refusal(await claim(left.handoff_id))).code, 'handoff_superseded');
    assert.equal((await claim(taken.handoff_id, key)).status, 200);
    assert.equal((await refusal(await claim(taken.handoff_id))).code, 'not_found');
  });

  it('gives what the tool gave, byte for byte', async (t) => {
    const hostile = 'Ring "Müller"\\ 🧳👩‍👧 \u2028\u2029\u0000\ud83e </script><!-- {{x}} %00';
    const { server, openWell, claim } = await start(
      t,
      ...handsOver({
        special_instructions: hostile,
        service_type: 'specialty_item',
        item_count: 0,
        item_description: hostile,
        include_packing: false,
        coi_required: false,
        pickup_address_line_1: hostile,
        pickup_zip: '10001',
        pickup_date: '2026-06-20',
      }),
    );
    const { turnId, events } = await chat(server.url, { message: 'Book it' });
    const [shown] = resultsOf(events);
    const { handoff_id } = await openWell(turnId);
    const response = await claim(handoff_id);
    assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(await response.text(), JSON.stringify({ prefill_data: shown?.prefill_data }));
    const prefill = shown?.prefill_data as Record<string, unknown>;
    assert.equal(prefill.standard_delivery_item_count, 0);
    assert.equal(prefill.coi_required, false);
    assert.match(String(prefill.item_description), /🧳👩‍👧 \u2028/);
  });
});
