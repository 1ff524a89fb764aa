import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import {
  calls,
  createScriptedModel,
  end,
  type ScriptedStep,
  says,
} from '@deskbell/testing/scripted-model.ts';
import { z } from 'zod';
import {
  DEFAULT_TURN_LIMITS,
  defineTool,
  type Message,
  type Model,
  ModelError,
  runTurn,
  type Tool,
  ToolError,
  type TurnEvent,
  type TurnLimits,
} from './index.ts';

const weather = defineTool<null, z.ZodObject<{ city: z.ZodString }>>({
  name: 'weather',
  description: 'The weather in a city.',
  label: 'Looking outside…',
  input: z.strictObject({ city: z.string() }),
  run: ({ city }) => ({ content: { city, sky: 'blue' }, details: { icon: 'sun' } }),
});

function turn(
  models: [Model, ...Model[]],
  options: {
    tools?: Tool<null>[];
    limits?: Partial<TurnLimits>;
    signal?: AbortSignal;
    history?: Message[];
  } = {},
): AsyncGenerator<TurnEvent, void> {
  return runTurn({
    models,
    system: { stable: 'You answer.', varying: 'It is Monday.' },
    tools: options.tools ?? [weather],
    history: options.history ?? [{ role: 'user', text: 'Hello' }],
    principal: null,
    signal: options.signal ?? new AbortController().signal,
    clock: () => new Date('2026-11-22T12:00:00Z'),
    limits: { ...DEFAULT_TURN_LIMITS, ...options.limits },
    wording: { refused: 'I may not.', cutOff: '(cut)', noAnswer: 'I have no answer.' },
  });
}

/** Everything but times, counts and causes, in one line per event. */
async function play(events: AsyncIterable<TurnEvent>): Promise<string[]> {
  const lines: string[] = [];
  for await (const event of events) lines.push(line(event));
  return lines;
}

function line(event: TurnEvent): string {
  switch (event.type) {
    case 'token':
      return `token ${JSON.stringify(event.text)}`;
    case 'tool_call':
      return `tool_call ${event.callId} ${event.tool} ${event.label}`;
    case 'tool_result':
      return `tool_result ${event.callId} ${event.isError ? 'error' : 'ok'} ${JSON.stringify(event.details)}`;
    case 'message':
      return event.message.role === 'assistant'
        ? `message assistant ${event.message.content.map((block) => (block.type === 'tool_call' ? block.callId : block.type)).join('+')}`
        : `message tool_results ${event.message.results.map(({ callId }) => callId).join('+')}`;
    case 'model_call':
      return `model_call ${event.call.model}`;
    case 'model_failed':
      return `model_failed ${event.model}`;
    case 'done':
      return `done ${event.reason} ${event.model} ${event.degraded}`;
    case 'error':
      return `error ${event.code} ${event.retryable}`;
  }
}

const overloaded = (afterContent = false): ModelError =>
  new ModelError('overloaded', { message: 'secret-key-123 overloaded', afterContent });

const ask = (callId: string, city = 'Paris') => ({ callId, tool: 'weather', input: { city } });

describe('runTurn', () => {
  it('ends with an error event when the only model fails, and never throws', async () => {
    const model = createScriptedModel([{ events: [], throws: overloaded() }]);
    assert.deepEqual(await play(turn([model])), [
      'model_failed scripted',
      'error model_unavailable true',
    ]);
  });

  it('hands a call over to the next model when nothing of it had gone out', async () => {
    const first = createScriptedModel([{ events: [], throws: overloaded() }]);
    const second = createScriptedModel([says('Hi')], { name: 'second' });
    assert.deepEqual(await play(turn([first, second])), [
      'model_failed scripted',
      'token "Hi"',
      'model_call second',
      'message assistant text',
      'done answered second true',
    ]);
  });

  it('hands over in the middle of a tool loop, with the results so far', async () => {
    const first = createScriptedModel([
      calls([ask('a')], 'Let me see.'),
      { events: [], throws: overloaded() },
    ]);
    const second = createScriptedModel([says('Blue')], { name: 'second' });
    assert.deepEqual(await play(turn([first, second])), [
      'token "Let me see."',
      'tool_call a weather Looking outside…',
      'model_call scripted',
      'message assistant text+a',
      'tool_result a ok {"icon":"sun"}',
      'message tool_results a',
      'model_failed scripted',
      'token "\\n\\nBlue"',
      'model_call second',
      'message assistant text',
      'done answered second true',
    ]);
    assert.deepEqual(
      second.requests[0]?.messages.map(({ role }) => role),
      ['user', 'assistant', 'tool_results'],
    );
  });

  it('never lets another model go on after text went out, and stores what was said', async () => {
    const first = createScriptedModel([
      { events: [{ type: 'text', text: 'The price' }], throws: overloaded(true) },
    ]);
    const second = createScriptedModel([says('never')], { name: 'second' });
    assert.deepEqual(await play(turn([first, second])), [
      'token "The price"',
      'message assistant text',
      'model_failed scripted',
      'error model_unavailable true',
    ]);
    assert.equal(second.requests.length, 0);
  });

  it('starts with the first model whose circuit is closed and says that it is degraded', async () => {
    const first = createScriptedModel([], { isAvailable: () => false });
    const second = createScriptedModel([says('Hi')], { name: 'second' });
    assert.equal((await play(turn([first, second]))).at(-1), 'done answered second true');
    assert.equal(first.requests.length, 0);
  });

  it('streams text and gives tokens, cost and message boundaries in order', async () => {
    const model = createScriptedModel([says('Hel', 'lo')]);
    assert.deepEqual(await play(turn([model])), [
      'token "Hel"',
      'token "lo"',
      'model_call scripted',
      'message assistant text',
      'done answered scripted false',
    ]);
  });

  it('yields parallel results as they come but keeps them in the order of the calls', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = defineTool<null, z.ZodObject>({
      name: 'slow',
      description: '',
      label: 'Slow…',
      input: z.strictObject({}),
      run: async () => {
        await gate.promise;
        return { content: { slow: true } };
      },
    });
    const model = createScriptedModel([
      calls([{ callId: 'a', tool: 'slow', input: {} }, ask('b')]),
      says('Done'),
    ]);
    const lines: string[] = [];
    for await (const event of turn([model], { tools: [slow, weather] })) {
      lines.push(line(event));
      if (event.type === 'tool_result' && event.callId === 'b') gate.resolve();
    }
    assert.deepEqual(lines.slice(4, 7), [
      'tool_result b ok {"icon":"sun"}',
      'tool_result a ok {"slow":true}',
      'message tool_results a+b',
    ]);
  });

  it('answers unknown tools, invalid input and broken JSON with an error result and goes on', async () => {
    const model = createScriptedModel([
      calls([
        { callId: 'a', tool: 'launch', input: {} },
        { callId: 'b', tool: 'weather', input: { city: 7 } },
        { callId: 'c', tool: 'weather' },
      ]),
      says('Sorry'),
    ]);
    const lines = await play(turn([model]));
    assert.equal(lines.filter((text) => /^tool_result . error/.test(text)).length, 3);
    assert.equal(lines.at(-1), 'done answered scripted false');
    const results = model.requests[1]?.messages.at(-1);
    assert.ok(results?.role === 'tool_results');
    assert.deepEqual(
      results.results.map(({ callId, isError }) => [callId, isError]),
      [
        ['a', true],
        ['b', true],
        ['c', true],
      ],
    );
  });

  it('lets only a ToolError speak; any other exception stays in the cause', async () => {
    const failing = (name: string, error: Error): Tool<null> =>
      defineTool<null, z.ZodObject>({
        name,
        description: '',
        label: '',
        input: z.strictObject({}),
        run: () => {
          throw error;
        },
      });
    const model = createScriptedModel([
      calls([
        { callId: 'a', tool: 'spoken', input: {} },
        { callId: 'b', tool: 'leaky', input: {} },
      ]),
      says('Sorry'),
    ]);
    const events: TurnEvent[] = [];
    const tools = [
      failing('spoken', new ToolError('That date is past.')),
      failing('leaky', new Error('password hunter2')),
    ];
    for await (const event of turn([model], { tools })) events.push(event);
    const visible = events.map((event) => ('cause' in event ? { ...event, cause: null } : event));
    assert.match(JSON.stringify(visible), /That date is past/);
    assert.doesNotMatch(JSON.stringify([visible, model.requests]), /hunter2/);
    const leaky = events.find((event) => event.type === 'tool_result' && event.callId === 'b');
    assert.ok(leaky?.type === 'tool_result' && leaky.cause instanceof Error);
  });

  it('cuts a tool off after its own time, whether or not it listens', {
    timeout: 5000,
  }, async () => {
    const deaf = defineTool<null, z.ZodObject>({
      name: 'deaf',
      description: '',
      label: '',
      input: z.strictObject({}),
      timeoutMs: 20,
      run: () => new Promise(() => {}),
    });
    const model = createScriptedModel([
      calls([{ callId: 'a', tool: 'deaf', input: {} }]),
      says('Sorry'),
    ]);
    const lines = await play(turn([model], { tools: [deaf] }));
    assert.match(lines[3] ?? '', /^tool_result a error/);
    assert.equal(lines.at(-1), 'done answered scripted false');
  });

  it('refuses a result that is too long instead of cutting it', async () => {
    const long = { ...weather, run: () => ({ content: { text: 'x'.repeat(200) } }) };
    const model = createScriptedModel([calls([ask('a')]), says('Sorry')]);
    const lines = await play(
      turn([model], { tools: [long], limits: { maxToolResultCharacters: 100 } }),
    );
    assert.match(lines[3] ?? '', /^tool_result a error/);
  });

  it('asks for words at the last step, tools still listed, and names the limit', async () => {
    const model = createScriptedModel([
      calls([ask('a', 'A')]),
      calls([ask('b', 'B')]),
      says('So far: blue.'),
    ]);
    const lines = await play(turn([model], { limits: { steps: 3 } }));
    assert.equal(lines.at(-1), 'done step_limit scripted false');
    assert.deepEqual(
      model.requests.map(({ toolChoice, tools }) => [toolChoice, tools.length]),
      [
        ['auto', 1],
        ['auto', 1],
        ['none', 1],
      ],
    );
  });

  it('never runs tools of a model that calls them although it must answer in words', async () => {
    const model = createScriptedModel([calls([ask('a')]), calls([ask('b')])]);
    const lines = await play(turn([model], { limits: { steps: 2 } }));
    assert.deepEqual(lines.slice(-4), [
      'model_call scripted',
      'token "I have no answer."',
      'message assistant text',
      'done step_limit scripted false',
    ]);
    assert.equal(lines.filter((text) => text.startsWith('tool_result')).length, 1);
  });

  it('ends a turn that makes the same call three times in a row, without running it again', async () => {
    let runs = 0;
    const counted = defineTool<null, z.ZodObject<{ a: z.ZodNumber; b: z.ZodNumber }>>({
      name: 'counted',
      description: '',
      label: '',
      input: z.strictObject({ a: z.number(), b: z.number() }),
      run: () => {
        runs += 1;
        return { content: {} };
      },
    });
    const call = (callId: string, input: unknown) => calls([{ callId, tool: 'counted', input }]);
    const model = createScriptedModel([
      call('1', { a: 1, b: 2 }),
      call('2', { b: 2, a: 1 }),
      call('3', { a: 1, b: 2 }),
      says('I stop.'),
    ]);
    const lines = await play(turn([model], { tools: [counted] }));
    assert.equal(runs, 2);
    assert.equal(model.requests[3]?.toolChoice, 'none');
    assert.equal(lines.at(-1), 'done repeated_calls scripted false');
  });

  it('counts only calls in a row: a different one between starts the count again', async () => {
    const model = createScriptedModel([
      calls([ask('1'), ask('2')]),
      calls([ask('3', 'Rome')]),
      calls([ask('4'), ask('5')]),
      says('Fine'),
    ]);
    assert.equal((await play(turn([model]))).at(-1), 'done answered scripted false');
  });

  it('answers calls beyond the parallel limit with an error result', async () => {
    const model = createScriptedModel([
      calls(['A', 'B', 'C'].map((city) => ask(city, city))),
      says('Fine'),
    ]);
    const lines = await play(turn([model], { limits: { parallelToolCalls: 2 } }));
    assert.equal(lines.filter((text) => /^tool_result . ok/.test(text)).length, 2);
    assert.ok(
      lines.includes('tool_result C error {"error":"Too many calls at once. Make fewer."}'),
    );
  });

  for (const [stop, lastLine, words] of [
    ['refusal', 'done refused scripted false', 'I may not.'],
    ['max_tokens', 'done cut_off scripted false', '(cut)'],
    ['context_full', 'done cut_off scripted false', '(cut)'],
  ] as const) {
    it(`is terminal on ${stop}: half a tool call is neither run nor stored`, async () => {
      const half: ScriptedStep = {
        events: [
          { type: 'text', text: 'Let me' },
          { type: 'tool_call_start', callId: 'a', tool: 'weather' },
          end(stop, [
            { type: 'text', text: 'Let me' },
            { type: 'tool_call', callId: 'a', tool: 'weather', input: { city: 'Par' } },
          ]),
        ],
      };
      const model = createScriptedModel([half]);
      assert.deepEqual(await play(turn([model])), [
        'token "Let me"',
        'tool_call a weather Looking outside…',
        'model_call scripted',
        `token ${JSON.stringify(`\n\n${words}`)}`,
        'message assistant text',
        lastLine,
      ]);
    });
  }

  it('says something when the model says nothing', async () => {
    const lines = await play(turn([createScriptedModel([says()])]));
    assert.deepEqual(lines.slice(1), [
      'token "I have no answer."',
      'message assistant text',
      'done answered scripted false',
    ]);
  });

  it('keeps the text of a stopped turn and closes the model', async () => {
    const stop = new AbortController();
    const model = createScriptedModel([{ events: [{ type: 'text', text: 'One' }], hangs: true }]);
    const lines: string[] = [];
    for await (const event of turn([model], { signal: stop.signal })) {
      lines.push(line(event));
      if (event.type === 'token') stop.abort();
    }
    assert.deepEqual(lines, [
      'token "One"',
      'message assistant text',
      'done stopped scripted false',
    ]);
    assert.equal(model.closedStreams, 1);
    assert.equal(getEventListeners(stop.signal, 'abort').length, 0);
  });

  it('gives every call a result when it is stopped while a tool runs', async () => {
    const stop = new AbortController();
    const seen = Promise.withResolvers<AbortSignal>();
    const waiting = {
      ...weather,
      run: (_: unknown, { signal }: { signal: AbortSignal }) => {
        seen.resolve(signal);
        return new Promise<never>(() => {});
      },
    };
    const model = createScriptedModel([calls([ask('a'), ask('b', 'Rome')])]);
    const events = turn([model], { tools: [waiting], signal: stop.signal });
    seen.promise.then(() => stop.abort());
    const lines = await play(events);
    assert.deepEqual(lines.slice(-2), ['message tool_results a+b', 'done stopped scripted false']);
    assert.equal((await seen.promise).aborted, true);
  });

  it('ends with a time-out error at its deadline', { timeout: 5000 }, async () => {
    const model = createScriptedModel([{ events: [], hangs: true }]);
    const lines = await play(turn([model], { limits: { turnTimeoutMs: 20 } }));
    assert.deepEqual(lines, ['error timeout true']);
  });

  it('closes the model and the tools when the consumer leaves early', async () => {
    const model = createScriptedModel([{ events: [{ type: 'text', text: 'One' }], hangs: true }]);
    for await (const event of turn([model])) {
      if (event.type === 'token') break;
    }
    assert.equal(model.closedStreams, 1);
  });

  it('repairs a conversation that a crash left with an unanswered call', async () => {
    const model = createScriptedModel([says('Fine')]);
    const history: Message[] = [
      { role: 'user', text: 'Weather?' },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: ' ' },
          { type: 'tool_call', callId: 'a', tool: 'weather', input: { city: 'Paris' } },
        ],
      },
      { role: 'user', text: 'Hello?' },
    ];
    await play(turn([model], { history }));
    const sent = model.requests[0]?.messages ?? [];
    assert.deepEqual(
      sent.map(({ role }) => role),
      ['user', 'assistant', 'tool_results', 'assistant', 'user'],
    );
  });

  it('tells what a stopped call had counted, at an unknown cost', async () => {
    const stop = new AbortController();
    const usage = { inputTokens: 9, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 1 };
    const model = createScriptedModel([
      {
        events: [
          { type: 'usage', usage },
          { type: 'text', text: 'One' },
        ],
        hangs: true,
      },
    ]);
    const events: TurnEvent[] = [];
    for await (const event of turn([model], { signal: stop.signal })) {
      events.push(event);
      if (event.type === 'token') stop.abort();
    }
    const called = events.find((event) => event.type === 'model_call');
    assert.ok(called?.type === 'model_call');
    assert.deepEqual([called.call.usage, called.call.costNanoUsd], [usage, null]);
    const last = events.at(-1);
    assert.ok(last?.type === 'done');
    assert.deepEqual(last.usage, usage);
  });

  it('leaves no listener on the stop signal after many turns', async () => {
    const stop = new AbortController();
    for (let count = 0; count < 20; count += 1) {
      const model = createScriptedModel([calls([ask('a')]), says('Fine')]);
      await play(turn([model], { signal: stop.signal }));
    }
    assert.equal(getEventListeners(stop.signal, 'abort').length, 0);
  });
});
