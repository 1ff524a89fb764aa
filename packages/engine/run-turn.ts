import { createCallCounter } from './call-signature.ts';
import { callTools, type PlannedCall } from './call-tools.ts';
import { describeTool } from './describe-tool.ts';
import { fitHistory } from './fit-history.ts';
import type { AssistantMessage, Message, ToolCallBlock } from './message.ts';
import type { Model, ModelEvent, Usage } from './model.ts';
import { costNanoUsd } from './models/cost.ts';
import { repairHistory } from './repair-history.ts';
import type { Tool } from './tool.ts';
import type { DoneReason, TurnEvent } from './turn-event.ts';
import type { TurnLimits } from './turn-limits.ts';

/** What the customer reads when a turn ends without an answer of its own. */
export interface TurnWording {
  refused: string;
  cutOff: string;
  /** A limit was reached and the model still said nothing. */
  noAnswer: string;
}

export interface TurnOptions<Principal> {
  /** In order of preference; each takes over where the one before could not begin to answer. */
  models: readonly [Model, ...Model[]];
  system: { stable: string; varying: string };
  tools: readonly Tool<Principal>[];
  /** The stored conversation, ending with the new user message. It is repaired before use. */
  history: readonly Message[];
  principal: Principal;
  /** Stops the turn; leaving a page must not abort it. */
  signal: AbortSignal;
  clock: () => Date;
  limits: TurnLimits;
  wording: TurnWording;
}

type ModelEnd = Extract<ModelEvent, { type: 'end' }>;

/** Between the texts of two model calls of one turn. */
export const TEXT_SEPARATOR = '\n\n';

/** Made once: without a reason every turn would pay for a DOMException and its stack. */
const TURN_OVER = new Error('the turn is over');

const NO_USAGE: Usage = {
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
};

const addUsage = (a: Usage, b: Usage): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
  cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
  outputTokens: a.outputTokens + b.outputTokens,
});

const withText = (text: string): AssistantMessage => ({
  role: 'assistant',
  content: [{ type: 'text', text }],
});

const isToolCall = (block: AssistantMessage['content'][number]): block is ToolCallBlock =>
  block.type === 'tool_call';

/**
 * One turn: model calls and tool calls until there is an answer or a limit.
 * Yields exactly one `done` or `error`, last, and never throws for a failure of a model or a tool.
 * Every message it yields leaves the conversation valid for every provider. The consumer may
 * return early; models and tools are then aborted.
 */
export async function* runTurn<Principal>(
  options: TurnOptions<Principal>,
): AsyncGenerator<TurnEvent, void> {
  const { models, tools, limits, wording, signal: stop } = options;
  // Not AbortSignal.any: it costs far more, and what it joins lives until the next full collection.
  const controller = new AbortController();
  const { signal } = controller;
  let isTimedOut = false;
  const timer = setTimeout(() => {
    isTimedOut = true;
    controller.abort();
  }, limits.turnTimeoutMs);
  const onStop = (): void => controller.abort(stop.reason);
  if (stop.aborted) onStop();
  else stop.addEventListener('abort', onStop, { once: true });
  const context = { principal: options.principal, signal, clock: options.clock };
  const descriptions = tools.map(describeTool);
  const labels = new Map(tools.map(({ name, label }) => [name, label]));
  const messages = repairHistory(fitHistory(options.history, limits.maxHistoryCharacters));
  const countCalls = createCallCounter();
  let modelIndex = Math.max(
    0,
    models.findIndex((model) => model.isAvailable()),
  );
  let usage = NO_USAGE;
  let startedAt = 0;
  let hasText = false;

  try {
    let wordsOnly: 'step_limit' | 'repeated_calls' | undefined;
    for (let step = 1; ; step += 1) {
      if (step >= limits.steps) wordsOnly ??= 'step_limit';
      const model = models[modelIndex] ?? models[0];
      startedAt = performance.now();
      let stepText = '';
      let hasContent = false;
      let counted: Usage | undefined;
      let end: ModelEnd | undefined;

      try {
        const stream = model.stream({
          system: options.system,
          tools: descriptions,
          toolChoice: wordsOnly === undefined ? 'auto' : 'none',
          messages,
          maxOutputTokens: limits.maxOutputTokens,
          signal,
        });
        for await (const event of stream) {
          if (event.type === 'end') {
            end = event;
            break;
          }
          if (event.type === 'usage') {
            counted = event.usage;
            continue;
          }
          hasContent = true;
          if (event.type === 'tool_call_start') {
            const { callId, tool } = event;
            yield { type: 'tool_call', callId, tool, label: labels.get(tool) ?? 'Working…' };
          } else {
            const text = stepText === '' ? event.text.trimStart() : event.text;
            if (text === '') continue;
            const separator = stepText === '' && hasText ? TEXT_SEPARATOR : '';
            stepText += text;
            yield { type: 'token', text: separator + text };
          }
        }
        if (end === undefined) throw new Error('the model stream ended without an end event');
      } catch (cause) {
        if (counted !== undefined) yield modelCall(model, counted, null);
        if (stepText !== '') yield { type: 'message', message: withText(stepText) };
        if (stop.aborted) {
          yield done('stopped', model);
          return;
        }
        if (isTimedOut) {
          yield { type: 'error', code: 'timeout', retryable: true, cause };
          return;
        }
        yield { type: 'model_failed', model: model.name, cause };
        const next = models.findIndex((other, index) => index > modelIndex && other.isAvailable());
        if (hasContent || next === -1) {
          yield { type: 'error', code: 'model_unavailable', retryable: true, cause };
          return;
        }
        modelIndex = next;
        step -= 1;
        continue;
      }

      yield modelCall(model, end.usage, costNanoUsd(model.name, end.usage));
      if (stepText !== '') hasText = true;

      const calls = end.message.content.filter(isToolCall);
      if (end.stop !== 'tool_use' || calls.length === 0 || wordsOnly !== undefined) {
        const reason = endReason(end.stop, wordsOnly);
        const closing = closingWords(reason, stepText !== '');
        if (closing !== '') {
          const separator = hasText ? TEXT_SEPARATOR : '';
          yield { type: 'token', text: separator + closing };
          stepText = stepText === '' ? closing : stepText + separator + closing;
        }
        if (stepText !== '') yield { type: 'message', message: withText(stepText) };
        yield done(reason, model);
        return;
      }

      messages.push(end.message);
      yield { type: 'message', message: end.message };
      const planned = calls.map((toolCall, index): PlannedCall => {
        if (countCalls(toolCall) >= limits.identicalCalls) {
          wordsOnly = 'repeated_calls';
          return { call: toolCall, refusal: 'This same call was already made and answered.' };
        }
        if (index < limits.parallelToolCalls) return { call: toolCall };
        return { call: toolCall, refusal: 'Too many calls at once. Make fewer.' };
      });
      const results = yield* callTools({
        calls: planned,
        tools,
        context,
        timeoutMs: limits.toolTimeoutMs,
        maxResultCharacters: limits.maxToolResultCharacters,
      });
      messages.push(results);
      yield { type: 'message', message: results };
      if (stop.aborted) {
        yield done('stopped', model);
        return;
      }
      if (isTimedOut) {
        yield { type: 'error', code: 'timeout', retryable: true, cause: undefined };
        return;
      }
    }
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', onStop);
    controller.abort(TURN_OVER);
  }

  function modelCall(model: Model, used: Usage, costOfCall: number | null): TurnEvent {
    usage = addUsage(usage, used);
    const durationMs = performance.now() - startedAt;
    const call = { model: model.name, usage: used, costNanoUsd: costOfCall, durationMs };
    return { type: 'model_call', call };
  }

  function done(reason: DoneReason, model: Model): TurnEvent {
    const degraded = modelIndex > 0 || model.provider === 'clerk';
    return { type: 'done', reason, model: model.name, degraded, usage };
  }

  function closingWords(reason: DoneReason, hasAnswer: boolean): string {
    if (reason === 'refused') return wording.refused;
    if (reason === 'cut_off') return wording.cutOff;
    return hasAnswer ? '' : wording.noAnswer;
  }
}

function endReason(
  stop: ModelEnd['stop'],
  limit: 'step_limit' | 'repeated_calls' | undefined,
): DoneReason {
  if (stop === 'refusal') return 'refused';
  if (stop === 'max_tokens' || stop === 'context_full') return 'cut_off';
  return limit ?? 'answered';
}
