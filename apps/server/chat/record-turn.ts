import { type Message, runTurn, type Usage } from '@deskbell/engine';
import type { ChatEvent } from '@deskbell/protocol';
import type { Logger } from 'pino';
import { retryStatement } from '../platform/retry-statement.ts';
import type { Desk } from './desk.ts';
import type { EventLogWriter } from './event-log-writer.ts';
import { type NewMessage, type ToolResultDetails, toStoredMessage } from './stored-message.ts';
import type { ThreadOwner } from './thread-access.ts';
import type { TurnLog } from './turn-log.ts';
import type { EndedTurn, TurnObserver } from './turn-observer.ts';
import type { TurnStore, TurnUsage } from './turn-store.ts';
import { errorEvent, interruptedEvent, toWireEvent } from './wire-event.ts';

export interface RecordTurnOptions<Principal> {
  desk: Desk<Principal>;
  principal: Principal;
  /** Whose thread it is. */
  owner: ThreadOwner;
  history: readonly Message[];
  turnLog: TurnLog;
  store: TurnStore;
  writer: EventLogWriter;
  /**
   * Aborts when somebody asked to stop this turn or its lease was lost; with `SHUTDOWN` as its
   * reason when the process ends, so that the reader may try again elsewhere.
   */
  stop: AbortSignal;
  observer?: TurnObserver | undefined;
  clock: () => Date;
  log: Logger;
}

export const SHUTDOWN = Symbol('shutdown');

const NO_USAGE: Usage = {
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
};

/**
 * Runs one accepted turn to its end: every event goes to `turnLog`, every message to the store
 * before the next model call, and the end to the store before any reader sees it, so that the
 * next message of a reader finds the thread free. Never rejects.
 */
export async function recordTurn<Principal>(options: RecordTurnOptions<Principal>): Promise<void> {
  const { desk, principal, owner, turnLog, store, observer, clock } = options;
  const { turnId, threadId } = turnLog;
  const log = options.log.child({ turnId, desk: desk.name });
  const startedAt = performance.now();
  const context = { turnId, threadId, desk };
  const pending: NewMessage[] = [];
  const usage: TurnUsage = { ...NO_USAGE, costNanoUsd: 0 };
  let details: ToolResultDetails = {};
  let model: string | null = null;
  let terminal: ChatEvent = interruptedEvent(desk);
  let firstTokenMs: number | undefined;
  const toolCalls: EndedTurn['toolCalls'][number][] = [];
  observer?.onTurnStarted(desk.name);

  try {
    const tools = desk.tools(principal);
    const events = runTurn({
      models: desk.models,
      system: await desk.system(principal, clock()),
      tools,
      history: options.history,
      principal,
      signal: options.stop,
      clock,
      limits: desk.limits,
      wording: desk.wording,
    });
    for await (const event of events) {
      switch (event.type) {
        case 'token':
          firstTokenMs ??= performance.now() - startedAt;
          turnLog.append(toWireEvent(event, context));
          break;
        case 'tool_call':
          turnLog.append(toWireEvent(event, context));
          break;
        case 'tool_result':
          if (event.cause !== undefined) {
            const { callId, tool, cause: err } = event;
            log.warn({ err, callId, tool }, 'A tool failed');
          }
          toolCalls.push({
            tool: tools.some(({ name }) => name === event.tool) ? event.tool : 'unknown',
            outcome: event.cause !== undefined ? 'failed' : event.isError ? 'refused' : 'worked',
          });
          details[event.callId] = event.details;
          turnLog.append(toWireEvent(event, context));
          break;
        case 'message':
          pending.push(toStoredMessage(event.message, details));
          if (event.message.role === 'tool_results') {
            details = {};
            const messages = pending.splice(0);
            await retryStatement(() => store.storeMessages(turnId, messages));
          }
          break;
        case 'model_call':
          model = event.call.model;
          addCall(usage, event.call);
          break;
        case 'model_failed':
          log.warn({ err: event.cause, model: event.model }, 'A model call failed');
          break;
        default:
          terminal = toWireEvent(event, context);
          if (event.type === 'error')
            log.warn({ err: event.cause }, 'A turn could not be answered');
      }
    }
  } catch (err) {
    log.error({ err }, 'A turn failed');
    terminal = errorEvent(desk, 'internal');
  }
  const wasStopped = terminal.event === 'done' && terminal.data.stopped === true;
  if (wasStopped && options.stop.reason === SHUTDOWN) terminal = interruptedEvent(desk);

  try {
    const storedCount = await options.writer.remove(turnLog);
    const number = turnLog.records.length + 1;
    const last = { number, event: terminal.event, json: JSON.stringify(terminal.data) };
    const ended = {
      turnId,
      state: terminal.event === 'done' ? 'done' : 'failed',
      terminal,
      messages: pending,
      events: [...turnLog.records.slice(storedCount), last],
      model,
      degraded: terminal.event === 'done' ? terminal.data.degraded : null,
      usage,
      tools: namesOf(toolCalls),
      workedTools: namesOf(toolCalls.filter(({ outcome }) => outcome === 'worked')),
    } as const;
    const isEnded = await retryStatement(() => store.finish(ended));
    turnLog.append(isEnded ? terminal : interruptedEvent(desk));
    if (!isEnded) await store.countTokens({ turnId, owner, usage });
  } catch (err) {
    // The lease runs out and the turn becomes interrupted, which its readers are told now.
    log.error({ err }, 'The end of a turn could not be stored');
    turnLog.append(interruptedEvent(desk));
  }
  const reason = terminal.event === 'done' ? terminal.data.reason : 'error';
  const durationMs = Math.round(performance.now() - startedAt);
  observer?.onTurnEnded({
    desk: desk.name,
    outcome: outcomeOf(terminal),
    degraded: terminal.event === 'done' && terminal.data.degraded,
    durationMs,
    firstTokenMs,
    toolCalls,
  });
  log.info({ reason, model, durationMs, ...usage }, 'Turn ended');
}

const namesOf = (toolCalls: EndedTurn['toolCalls']): string[] => [
  ...new Set(toolCalls.map(({ tool }) => tool)),
];

function outcomeOf(terminal: ChatEvent): EndedTurn['outcome'] {
  if (terminal.event === 'done') return terminal.data.reason;
  return terminal.event === 'error' ? terminal.data.code : 'internal';
}

function addCall(usage: TurnUsage, call: { usage: Usage; costNanoUsd: number | null }): void {
  usage.inputTokens += call.usage.inputTokens;
  usage.cacheReadTokens += call.usage.cacheReadTokens;
  usage.cacheWriteTokens += call.usage.cacheWriteTokens;
  usage.outputTokens += call.usage.outputTokens;
  usage.costNanoUsd =
    usage.costNanoUsd === null || call.costNanoUsd === null
      ? null
      : usage.costNanoUsd + call.costNanoUsd;
}
