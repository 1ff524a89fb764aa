import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import type Anthropic from '@anthropic-ai/sdk';
import { Agent, request } from 'undici';

/**
 * What the same service costs without Deskbell: one tool round, streamed through, as lean as it
 * stays readable. No database, no checks, no resume, no stop, no limits, no retries. Listens on
 * PORT of 127.0.0.1 and asks ANTHROPIC_BASE_URL.
 */
const upstream = new Agent({ pipelining: 1 });
const endpoint = `${process.env.ANTHROPIC_BASE_URL}/v1/messages`;
const toolResult = { covered: true, zone: 'core', zip_code: '11201' };
const tools = [
  {
    name: 'check_zip_coverage',
    description: 'Says whether an address is in the service area.',
    input_schema: {
      type: 'object',
      properties: { zip_code: { type: 'string' } },
      required: ['zip_code'],
    },
  },
];

interface Answer {
  content: Anthropic.ContentBlockParam[];
  call: Anthropic.ToolUseBlockParam | undefined;
}

type Send = (event: string, data: unknown) => void;

/** One model call. Writes to `response` once per chunk that came, and waits when it is full. */
async function callModel(
  messages: Anthropic.MessageParam[],
  { send, flush }: { send: Send; flush: () => void },
): Promise<Answer> {
  const { statusCode, body } = await request(endpoint, {
    dispatcher: upstream,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'anthropic-version': '2023-06-01',
      'x-api-key': process.env.ANTHROPIC_API_KEY ?? '',
    },
    body: JSON.stringify({
      model: 'claude-sonnet-5-5',
      max_tokens: 1024,
      stream: true,
      system: 'You answer questions of customers of a moving company.',
      tools,
      messages,
    }),
  });
  if (statusCode !== 200) throw new Error(`the upstream said ${statusCode}: ${await body.text()}`);

  const content: Anthropic.ContentBlockParam[] = [];
  let json = '';
  const accept = (event: Anthropic.RawMessageStreamEvent): void => {
    if (event.type === 'content_block_start') {
      const block = event.content_block;
      if (block.type === 'text') content.push({ type: 'text', text: block.text });
      if (block.type !== 'tool_use') return;
      content.push({ type: 'tool_use', id: block.id, name: block.name, input: {} });
      send('tool_call', { tool: block.name, call_id: block.id, label: 'Checking…' });
    } else if (event.type === 'content_block_delta') {
      const { delta } = event;
      const block = content.at(-1);
      if (delta.type === 'input_json_delta') json += delta.partial_json;
      else if (delta.type === 'text_delta' && block?.type === 'text') {
        block.text += delta.text;
        send('token', { content: delta.text });
      }
    }
  };

  const decoder = new StringDecoder('utf8');
  let rest = '';
  await new Promise<void>((resolve, reject) => {
    body.on('data', (chunk: Buffer) => {
      rest += decoder.write(chunk);
      let start = 0;
      for (let end = rest.indexOf('\n\n'); end !== -1; end = rest.indexOf('\n\n', start)) {
        accept(JSON.parse(rest.slice(rest.indexOf('data: ', start) + 6, end)));
        start = end + 2;
      }
      rest = rest.slice(start);
      flush();
    });
    body.on('end', resolve);
    body.on('error', reject);
  });
  const call = content.find((block) => block.type === 'tool_use');
  if (call !== undefined) call.input = JSON.parse(json === '' ? '{}' : json);
  return { content, call };
}

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { message } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  if (typeof message !== 'string' || message === '') {
    response.writeHead(400).end();
    return;
  }
  const turnId = randomUUID();
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
  let number = 0;
  let frames = '';
  const send: Send = (event, data) => {
    number += 1;
    frames += `id: ${turnId}:${number}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  };
  const flush = (): void => {
    if (frames !== '') response.write(frames);
    frames = '';
  };

  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: message }];
  for (;;) {
    const { content, call } = await callModel(messages, { send, flush });
    if (call === undefined) break;
    send('tool_result', { tool: call.name, call_id: call.id, result: toolResult });
    flush();
    messages.push(
      { role: 'assistant', content },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: call.id, content: JSON.stringify(toolResult) },
        ],
      },
    );
  }
  send('done', { turn_id: turnId });
  response.end(frames);
}

const server = createServer((incoming, response) => {
  answer(incoming, response).catch((error: unknown) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void upstream.destroy();
});
