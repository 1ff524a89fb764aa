import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { exampleHeaders, post, priceTool, requestWith } from '../example-requests.ts';
import { type FakeClaude, startFakeClaude } from '../fake-claude.ts';
import { text } from '../replies.ts';

const older = { 'anthropic-version': '2023-06-01' };
const mark = { type: 'ephemeral' };
const user = (content: unknown) => ({ role: 'user', content });
const assistant = (content: unknown) => ({ role: 'assistant', content });
const call = (id: string) => ({ type: 'tool_use', id, name: 'price', input: {} });
const result = (id: string) => ({ type: 'tool_result', tool_use_id: id, content: '42' });
const say = (words: string) => ({ type: 'text', text: words });

let fake: FakeClaude;
let clock = new Date('2026-11-22T12:00:00Z');

before(async () => {
  fake = await startFakeClaude({ clock: () => clock, maxBodyBytes: 20_000 });
  fake.always(text('Fine.'));
});
beforeEach(() => {
  clock = new Date('2026-11-22T12:00:00Z');
});
after(() => fake.close());

async function refused(
  body: unknown,
  expected: { status?: number; type?: string; message: RegExp },
  headers: Record<string, string | undefined> = {},
) {
  const { status, json, headers: received } = await post(fake, body, headers);
  assert.equal(status, expected.status ?? 400, JSON.stringify(json));
  assert.equal(json.type, 'error');
  assert.equal(json.error.type, expected.type ?? 'invalid_request_error');
  assert.match(json.error.message, expected.message);
  assert.equal(json.request_id, received.get('request-id'));
  const recorded = fake.requests.at(-1);
  assert.equal(recorded?.accepted, false);
  assert.equal(recorded?.refusal?.status, status);
}

async function accepted(body: unknown, headers: Record<string, string | undefined> = {}) {
  const { status, json } = await post(fake, body, headers);
  assert.equal(status, 200, JSON.stringify(json));
}

const withFields = (fields: Record<string, unknown>) => ({ ...requestWith(), ...fields });
const conversation = (...messages: unknown[]) => withFields({ messages, tools: [priceTool] });

describe('headers', () => {
  const denied = (message: RegExp) => ({ status: 401, type: 'authentication_error', message });

  test('a request without a key is refused', () =>
    refused(requestWith(), denied(/required/), { 'x-api-key': undefined }));
  test('an empty key is refused', () =>
    refused(requestWith(), denied(/required/), { 'x-api-key': '' }));
  test('a wrong key is refused', () =>
    refused(requestWith(), denied(/invalid/), { 'x-api-key': 'sk-other' }));
  test('a wrong bearer key is refused, also beside a right x-api-key', () =>
    refused(requestWith(), denied(/invalid/), { authorization: 'Bearer sk-other' }));
  test('the right bearer key is accepted', () =>
    accepted(requestWith(), { 'x-api-key': undefined, authorization: 'Bearer test-key' }));
  test('a request without a version is refused', () =>
    refused(requestWith(), { message: /anthropic-version/ }, { 'anthropic-version': undefined }));
  test('an unknown version is refused', () =>
    refused(requestWith(), { message: /2020-01-01/ }, { 'anthropic-version': '2020-01-01' }));
  test('both versions in use are accepted', async () => {
    await accepted(requestWith(), older);
    await accepted(requestWith());
  });
  test('a compressed body is refused', () =>
    refused(requestWith(), { message: /content-encoding/ }, { 'content-encoding': 'gzip' }));
  test('another content type is refused', () =>
    refused(requestWith(), { message: /content-type/ }, { 'content-type': 'text/plain' }));
});

describe('place and size', () => {
  test('another path is not found', async () => {
    const response = await fetch(`${fake.url}/v1/complete`, {
      method: 'POST',
      headers: exampleHeaders,
    });
    assert.equal(response.status, 404);
  });
  test('a GET is refused', async () => {
    const response = await fetch(`${fake.url}/v1/messages`, { headers: exampleHeaders });
    assert.equal(response.status, 405);
  });
  test('a body that is not JSON is refused', () =>
    refused('{"model":', { message: /not valid JSON/ }));
  test('a body that is too large is refused', () =>
    refused(withFields({ system: 'x'.repeat(20_001) }), {
      status: 413,
      type: 'request_too_large',
      message: /maximum size/,
    }));
});

describe('fields', () => {
  test('an unknown top-level field is refused', () =>
    refused(withFields({ max_token: 1 }), { message: /^max_token: Extra inputs/ }));
  test('an unknown field of a content block is refused', () =>
    refused(withFields({ messages: [user([{ ...say('Hi'), id: 1 }])] }), {
      message: /^messages\.0\.content\.0\.id: Extra inputs/,
    }));
  test('an unknown field of a tool is refused', () =>
    refused(withFields({ tools: [{ ...priceTool, label: 'Price' }] }), {
      message: /^tools\.0\.label: Extra inputs/,
    }));
  test('an unknown block type is refused', () =>
    refused(withFields({ messages: [user([{ type: 'reasoning', text: 'x' }])] }), {
      message: /^messages\.0\.content\.0/,
    }));
  test('an unknown role is refused', () =>
    refused(withFields({ messages: [{ role: 'tool', content: 'x' }] }), {
      message: /^messages\.0\.role/,
    }));
  test('a tool input that is not an object is refused', () =>
    refused(
      conversation(user('Hi'), assistant([{ ...call('a'), input: '{}' }]), user([result('a')])),
      { message: /^messages\.1\.content\.0\.input/ },
    ));
  test('a missing max_tokens is refused', () =>
    refused(withFields({ max_tokens: undefined }), { message: /^max_tokens: Field required/ }));
  for (const wrong of [0, -1, 1.5, '100']) {
    test(`max_tokens ${JSON.stringify(wrong)} is refused`, () =>
      refused(withFields({ max_tokens: wrong }), { message: /^max_tokens: / }));
  }
});

describe('model', () => {
  const missing = (model: string) => ({
    status: 404,
    type: 'not_found_error',
    message: new RegExp(`^model: ${model}$`),
  });

  for (const model of [
    'claude-sonnet-4-20250514',
    'claude-opus-4-0',
    'claude-sonet-5-5',
    'gpt-9',
  ]) {
    test(`${model} is not found`, () => refused(withFields({ model }), missing(model)));
  }
  test('claude-sonnet-4-5 works until the day it retires', async () => {
    await accepted(withFields({ model: 'claude-sonnet-4-5' }));
    clock = new Date('2026-11-30T00:00:00Z');
    await refused(withFields({ model: 'claude-sonnet-4-5' }), missing('claude-sonnet-4-5'));
  });

  for (const parameter of [{ temperature: 1 }, { top_p: 0.9 }, { top_k: 5 }]) {
    const [name = ''] = Object.keys(parameter);
    test(`${name} is refused by Sonnet 5.5 in every version`, async () => {
      await refused(withFields(parameter), { message: new RegExp(`^${name}: `) });
      await refused(withFields(parameter), { message: new RegExp(`^${name}: `) }, older);
    });
    test(`${name} is accepted by Sonnet 4.5 in the older version only`, async () => {
      const body = withFields({ model: 'claude-sonnet-4-5', ...parameter });
      await accepted(body, older);
      await refused(body, { message: new RegExp(`^${name}: `) });
    });
  }

  test('thinking cannot be disabled on Sonnet 5.5', () =>
    refused(withFields({ thinking: { type: 'disabled' } }), {
      message: /thinking\.type: "disabled"/,
    }));
  test('a thinking budget is refused by Sonnet 5.5', () =>
    refused(withFields({ thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 2048 }), {
      message: /thinking\.type: "enabled"/,
    }));
  test('a thinking budget is accepted by Sonnet 4.5', () =>
    accepted(
      withFields({
        model: 'claude-sonnet-4-5',
        thinking: { type: 'enabled', budget_tokens: 1024 },
        max_tokens: 2048,
      }),
    ));
  test('between_tools is refused by Sonnet 4.5', () =>
    refused(withFields({ model: 'claude-sonnet-4-5', thinking: { type: 'between_tools' } }), {
      message: /between_tools/,
    }));
  for (const effort of ['low', 'medium', 'high']) {
    test(`between_tools is accepted with effort ${effort}`, () =>
      accepted(withFields({ thinking: { type: 'between_tools' }, output_config: { effort } })));
  }
  for (const effort of ['xhigh', 'max']) {
    test(`between_tools is refused with effort ${effort}, adaptive is not`, async () => {
      const output_config = { effort };
      await refused(withFields({ thinking: { type: 'between_tools' }, output_config }), {
        message: /between_tools/,
      });
      await accepted(withFields({ thinking: { type: 'adaptive' }, output_config }));
    });
  }
  test('a budget must be below max_tokens and at least 1,024', async () => {
    const budget = (budget_tokens: number) => ({
      model: 'claude-sonnet-4-5',
      max_tokens: 2048,
      thinking: { type: 'enabled', budget_tokens },
    });
    await refused(withFields(budget(2048)), { message: /less than max_tokens/ });
    await refused(withFields(budget(1023)), { message: /^thinking\.budget_tokens/ });
    await accepted(withFields(budget(2047)));
  });
  test('a budget excludes another temperature, a forced tool and a prefill', async () => {
    const budget = {
      model: 'claude-sonnet-4-5',
      max_tokens: 2048,
      thinking: { type: 'enabled', budget_tokens: 1024 },
    };
    await refused(withFields({ ...budget, temperature: 0.5 }), { message: /^temperature/ }, older);
    const tools = [priceTool];
    await refused(withFields({ ...budget, tools, tool_choice: { type: 'any' } }), {
      message: /tool_choice/,
    });
    await refused(withFields({ ...budget, messages: [user('Hi'), assistant('Well')] }), {
      message: /prefill/,
    });
  });
  test('temperature and top_p exclude each other', () =>
    refused(
      withFields({ model: 'claude-sonnet-4-5', temperature: 1, top_p: 1 }),
      { message: /cannot both/ },
      older,
    ));
  test('effort is refused by Sonnet 4.5', () =>
    refused(withFields({ model: 'claude-sonnet-4-5', output_config: { effort: 'low' } }), {
      message: /effort/,
    }));

  for (const choice of [{ type: 'any' }, { type: 'tool', name: 'price' }]) {
    test(`tool_choice ${choice.type} is refused by Sonnet 5.5, accepted by Sonnet 4.5`, async () => {
      const fields = { tools: [priceTool], tool_choice: choice };
      await refused(withFields(fields), { message: /tool_choice/ });
      await accepted(withFields({ model: 'claude-sonnet-4-5', ...fields }));
    });
  }
  test('tool_choice must name a tool of the request', () =>
    refused(
      withFields({
        model: 'claude-sonnet-4-5',
        tools: [priceTool],
        tool_choice: { type: 'tool', name: 'other' },
      }),
      { message: /"other" not found/ },
    ));
  test('tool_choice auto and none are accepted', async () => {
    await accepted(withFields({ tools: [priceTool], tool_choice: { type: 'auto' } }));
    await accepted(withFields({ tools: [priceTool], tool_choice: { type: 'none' } }));
  });
  test('tool_choice without tools is refused', () =>
    refused(withFields({ tool_choice: { type: 'auto' } }), { message: /tool_choice/ }));

  test('a last message of the assistant is refused by Sonnet 5.5, accepted by Sonnet 4.5', async () => {
    const messages = [user('Hi'), assistant('The price is')];
    await refused(withFields({ messages }), { message: /prefill/ });
    await accepted(withFields({ model: 'claude-sonnet-4-5', messages }));
  });
  test('a prefill that ends in whitespace is refused', () =>
    refused(
      withFields({ model: 'claude-sonnet-4-5', messages: [user('Hi'), assistant('It is ')] }),
      {
        message: /trailing whitespace/,
      },
    ));
});

describe('content', () => {
  test('no messages are refused', () =>
    refused(withFields({ messages: [] }), { message: /^messages: / }));
  test('a first message of the assistant is refused', () =>
    refused(withFields({ messages: [assistant('Hi'), user('Hi')] }), { message: /first message/ }));
  test('consecutive messages of one role are accepted', () =>
    accepted(
      withFields({
        messages: [user('Hi'), user('there'), assistant('a'), assistant('b'), user('?')],
      }),
    ));
  test('an empty message is refused', async () => {
    await refused(withFields({ messages: [user('')] }), { message: /non-empty/ });
    await refused(withFields({ messages: [user([])] }), { message: /non-empty/ });
  });
  for (const [name, words] of [
    ['empty', ''],
    ['whitespace-only', ' \n\t'],
  ] as const) {
    test(`${name} text is refused wherever it stands`, async () => {
      const message = /^(messages\.\d.*|system): text content blocks must/;
      await refused(withFields({ messages: [user([say(words)])] }), { message });
      await refused(withFields({ messages: [user('Hi'), assistant([say(words)]), user('Hi')] }), {
        message,
      });
      await refused(withFields({ system: [say(words)] }), { message });
      await refused(
        conversation(
          user('Hi'),
          assistant([call('a')]),
          user([{ ...result('a'), content: [say(words)] }]),
        ),
        { message },
      );
    });
  }
  test('a tool result without content is accepted', () =>
    accepted(
      conversation(
        user('Hi'),
        assistant([call('a')]),
        user([{ ...result('a'), content: undefined }]),
      ),
    ));
  test('calls belong to the assistant, results to the user', async () => {
    await refused(conversation(user([call('a')])), { message: /only be in assistant/ });
    await refused(conversation(user('Hi'), assistant([result('a')]), user('Hi')), {
      message: /only be in user/,
    });
  });
});

describe('tools', () => {
  for (const name of ['', 'two words', 'ümlaut', 'x'.repeat(129)]) {
    test(`the tool name ${JSON.stringify(name.slice(0, 12))} is refused`, () =>
      refused(withFields({ tools: [{ ...priceTool, name }] }), { message: /^tools\.0.*name/ }));
  }
  test('two tools of one name are refused', () =>
    refused(withFields({ tools: [priceTool, priceTool] }), { message: /unique/ }));
  test('a schema that is no object is refused', () =>
    refused(withFields({ tools: [{ ...priceTool, input_schema: { type: 'string' } }] }), {
      message: /input_schema/,
    }));
  test('calls in the history without any tools are refused', () =>
    refused(withFields({ messages: [user('Hi'), assistant([call('a')]), user([result('a')])] }), {
      message: /^tools: /,
    }));
  test('calls in the history of a tool that is gone are accepted', () =>
    accepted(
      conversation(
        user('Hi'),
        assistant([{ ...call('a'), name: 'old_tool' }]),
        user([result('a')]),
      ),
    ));
});

describe('tool pairing', () => {
  test('parallel calls answered together, then a question, are accepted', () =>
    accepted(
      conversation(
        user('Hi'),
        assistant([say('Let me look.'), call('a'), call('b')]),
        user([result('b'), result('a'), say('And please hurry.')]),
      ),
    ));
  test('results spread over two messages of the same turn are accepted', () =>
    accepted(
      conversation(
        user('Hi'),
        assistant([call('a'), call('b')]),
        user([result('a')]),
        user([result('b')]),
      ),
    ));
  test('a call without a result is refused', () =>
    refused(conversation(user('Hi'), assistant([call('a')]), user('Well?')), {
      message: /without `tool_result`.*: a$/,
    }));
  test('one of two results left out is refused', () =>
    refused(conversation(user('Hi'), assistant([call('a'), call('b')]), user([result('a')])), {
      message: /without `tool_result`.*: b$/,
    }));
  test('a result one message late is refused', () =>
    refused(
      conversation(
        user('Hi'),
        assistant([call('a')]),
        user('Well?'),
        assistant('Wait.'),
        user([result('a')]),
      ),
      { message: /without `tool_result`/ },
    ));
  test('a result without a call is refused', async () => {
    await refused(conversation(user([result('a')])), { message: /unexpected `tool_use_id`.*: a$/ });
    await refused(
      conversation(user('Hi'), assistant([call('a')]), user([result('a'), result('x')])),
      {
        message: /unexpected `tool_use_id`.*: x$/,
      },
    );
  });
  test('two results for one call are refused', () =>
    refused(conversation(user('Hi'), assistant([call('a')]), user([result('a'), result('a')])), {
      message: /single result/,
    }));
  test('text before a result is refused', () =>
    refused(conversation(user('Hi'), assistant([call('a')]), user([say('Here:'), result('a')])), {
      message: /must come first/,
    }));
  test('two calls of one id are refused', () =>
    refused(
      conversation(
        user('Hi'),
        assistant([call('a')]),
        user([result('a')]),
        assistant([call('a')]),
        user([result('a')]),
      ),
      { message: /unique/ },
    ));
});

describe('cache marks', () => {
  const marked = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...say(`Part ${index}`), cache_control: mark }));

  test('four marks are accepted', () =>
    accepted(
      withFields({
        tools: [{ ...priceTool, cache_control: mark }],
        system: marked(2),
        messages: [user(marked(1))],
      }),
    ));
  test('five marks are refused, wherever they are', async () => {
    const message = /maximum of 4.*Found 5/;
    await refused(withFields({ system: marked(5) }), { message });
    await refused(
      withFields({
        tools: [{ ...priceTool, cache_control: mark }],
        system: marked(2),
        messages: [user(marked(2))],
      }),
      { message },
    );
    await refused(withFields({ system: marked(4), cache_control: mark }), { message });
  });
  test('an unknown kind of mark is refused', () =>
    refused(withFields({ system: [{ ...say('x'), cache_control: { type: 'forever' } }] }), {
      message: /^system\.0\.cache_control/,
    }));
});

describe('structured output', () => {
  const asking = (schema: unknown) =>
    withFields({ output_config: { format: { type: 'json_schema', schema } } });
  const object = (properties: object) => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });

  test('an object that is open to other fields is refused', () =>
    refused(asking({ type: 'object', properties: {} }), { message: /additionalProperties/ }));
  test('a limit that is not compiled is refused, however deep', () =>
    refused(asking(object({ list: { type: 'array', items: { type: 'integer', minimum: 0 } } })), {
      message: /list\.items: property 'minimum' is not supported/,
    }));
  test('a least number of items above one is refused', () =>
    refused(asking(object({ list: { type: 'array', items: { type: 'string' }, minItems: 2 } })), {
      message: /minItems/,
    }));
  test('a schema of the supported part is accepted', () =>
    accepted(
      asking(
        object({
          name: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
          kind: { type: 'string', enum: ['a', 'b'] },
        }),
      ),
    ));
});

describe('files', () => {
  const image = (source: object) => ({ type: 'image', source });
  const png = { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' };

  test('an image of another type is refused', () =>
    refused(withFields({ messages: [user([image({ ...png, media_type: 'image/tiff' })])] }), {
      message: /media_type/,
    }));
  test('data that is not base64 is refused', () =>
    refused(withFields({ messages: [user([image({ ...png, data: '%%%' })])] }), {
      message: /data/,
    }));
  test('an image from the assistant is refused', () =>
    refused(withFields({ messages: [user('Hi'), assistant([image(png)]), user('And now?')] }), {
      message: /image blocks can only be in user messages/,
    }));
  test('an image and a PDF are accepted from the user', () =>
    accepted(
      withFields({
        messages: [
          user([
            image(png),
            {
              type: 'document',
              source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0=' },
            },
            say('What is this?'),
          ]),
        ],
      }),
    ));
});
