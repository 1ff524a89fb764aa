import type { Delivery, HttpError, Reply, ScriptBlock, StopReason } from './step.ts';

const plainDelivery: Delivery = { ending: { kind: 'complete' }, inserts: [], holds: [] };

/** How a text is cut into deltas: so many characters each, or these very pieces. Default: by word. */
export type TextDeltas = number | readonly string[];

/** How a tool's arguments are cut: once at an offset, at several offsets, or after every code unit. */
export type ArgumentsSplit = number | readonly number[] | 'every';

export interface ScriptedCall {
  name: string;
  /** Absent or `{}`: a call without arguments. */
  input?: unknown;
  /** Made up and unique when absent. */
  id?: string;
  splitArgumentsAt?: ArgumentsSplit;
  /** What a call without arguments streams: the string '{}', one empty delta, or no delta at all. */
  emptyArguments?: 'braces' | 'empty_delta' | 'no_delta';
}

/** A message of any blocks; the other builders are shortcuts for it. */
export function reply(
  content: readonly ScriptBlock[],
  ending: { stop?: StopReason; stopSequence?: string; refusal?: Reply['refusal'] } = {},
): Reply {
  const called = content.some((block) => block.type === 'tool_use');
  return {
    kind: 'reply',
    content,
    stop: ending.stop ?? (called ? 'tool_use' : 'end_turn'),
    ...(ending.stopSequence === undefined ? {} : { stopSequence: ending.stopSequence }),
    ...(ending.refusal === undefined ? {} : { refusal: ending.refusal }),
    delivery: plainDelivery,
  };
}

export function textBlock(content: string, deltas?: TextDeltas): ScriptBlock {
  return { type: 'text', deltas: cutText(content, deltas) };
}

export function thinkingBlock(
  content: string,
  options: { deltas?: TextDeltas; signature?: string } = {},
): ScriptBlock {
  return {
    type: 'thinking',
    deltas: cutText(content, options.deltas),
    ...(options.signature === undefined ? {} : { signature: options.signature }),
  };
}

export function redactedThinkingBlock(data: string): ScriptBlock {
  return { type: 'redacted_thinking', data };
}

export function toolBlock(call: ScriptedCall): ScriptBlock {
  return {
    type: 'tool_use',
    name: call.name,
    ...(call.id === undefined ? {} : { id: call.id }),
    deltas: cutArguments(call),
  };
}

/** A tool call whose arguments stop in the middle, as `max_tokens` leaves it. */
export function cutOffToolBlock(call: ScriptedCall & { afterCharacters: number }): ScriptBlock {
  const json = JSON.stringify(call.input ?? {}).slice(0, call.afterCharacters);
  return {
    type: 'tool_use',
    name: call.name,
    ...(call.id === undefined ? {} : { id: call.id }),
    deltas: [json],
  };
}

/** An answer in words, with thinking before it when asked for. */
export function text(
  content: string,
  options: { deltas?: TextDeltas; thinking?: string } = {},
): Reply {
  return reply([...thinkingFirst(options.thinking), textBlock(content, options.deltas)]);
}

/** One or several calls, with thinking and text before them when asked for. */
export function toolCalls(
  calls: readonly ScriptedCall[],
  options: { text?: string; thinking?: string; splitArgumentsAt?: ArgumentsSplit } = {},
): Reply {
  const { splitArgumentsAt } = options;
  const split = splitArgumentsAt === undefined ? {} : { splitArgumentsAt };
  return reply([
    ...thinkingFirst(options.thinking),
    ...(options.text === undefined ? [] : [textBlock(options.text)]),
    ...calls.map((call) => toolBlock({ ...split, ...call })),
  ]);
}

/** A refusal, with the text that came before the classifier stepped in, if any. */
export function refusal(
  options: { text?: string; category?: string; explanation?: string } = {},
): Reply {
  return reply(options.text === undefined ? [] : [textBlock(options.text)], {
    stop: 'refusal',
    refusal: { category: options.category ?? null, explanation: options.explanation ?? null },
  });
}

export function maxTokens(content: string | readonly ScriptBlock[]): Reply {
  return reply(blocksOf(content), { stop: 'max_tokens' });
}

export function pauseTurn(content: string | readonly ScriptBlock[]): Reply {
  return reply(blocksOf(content), { stop: 'pause_turn' });
}

export function contextWindowExceeded(content: string | readonly ScriptBlock[]): Reply {
  return reply(blocksOf(content), { stop: 'model_context_window_exceeded' });
}

export function stopSequence(content: string, sequence: string): Reply {
  return reply([textBlock(content)], { stop: 'stop_sequence', stopSequence: sequence });
}

const errorTypes: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

/** An error before any content. `type` follows from the status; `retryAfterSeconds` becomes the header. */
export function httpError(
  status: number,
  options: {
    type?: string;
    message?: string;
    retryAfterSeconds?: number;
    headers?: Record<string, string>;
  } = {},
): HttpError {
  const type =
    options.type ?? errorTypes[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error');
  const retryAfter =
    options.retryAfterSeconds === undefined
      ? {}
      : { 'retry-after': String(options.retryAfterSeconds) };
  return {
    kind: 'http_error',
    status,
    type,
    message: options.message ?? `Scripted ${type}.`,
    headers: { ...options.headers, ...retryAfter },
  };
}

function thinkingFirst(content: string | undefined): ScriptBlock[] {
  return content === undefined ? [] : [thinkingBlock(content)];
}

function blocksOf(content: string | readonly ScriptBlock[]): readonly ScriptBlock[] {
  return typeof content === 'string' ? [textBlock(content)] : content;
}

function cutText(content: string, deltas: TextDeltas | undefined): readonly string[] {
  if (deltas === undefined) return content.match(/\s*\S+\s*$|\s*\S+|\s+/gu) ?? [];
  if (typeof deltas !== 'number') {
    if (deltas.join('') !== content) throw new Error('The deltas do not join to the text.');
    return deltas;
  }
  const characters = [...content];
  const pieces: string[] = [];
  for (let start = 0; start < characters.length; start += deltas) {
    pieces.push(characters.slice(start, start + deltas).join(''));
  }
  return pieces;
}

function cutArguments(call: ScriptedCall): readonly string[] {
  const json = JSON.stringify(call.input ?? {});
  if (json === '{}' && call.emptyArguments === 'no_delta') return [];
  if (json === '{}' && call.emptyArguments === 'empty_delta') return [''];
  const split = call.splitArgumentsAt;
  // The API opens every call with an empty delta.
  if (split === undefined) return ['', json];
  if (split === 'every') return ['', ...json.split('')];
  const offsets = typeof split === 'number' ? [split] : [...split].sort((a, b) => a - b);
  const bounds = [0, ...offsets, json.length];
  return bounds.slice(1).map((end, index) => json.slice(bounds[index], end));
}
