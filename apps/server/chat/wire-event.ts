import type { TurnEvent, Usage } from '@deskbell/engine';
import type { ChatEvent, TurnErrorCode } from '@deskbell/protocol';
import type { Desk } from './desk.ts';

type Named<Event, Type extends string> = Extract<Event, { type: Type }>;

export function wireUsage(usage: Usage): Extract<ChatEvent, { event: 'done' }>['data']['usage'] {
  return {
    input_tokens: usage.inputTokens,
    cache_read_tokens: usage.cacheReadTokens,
    cache_write_tokens: usage.cacheWriteTokens,
    output_tokens: usage.outputTokens,
  };
}

/** A turn's event as the page gets it. Causes, costs and messages for the model stay behind. */
export function toWireEvent(
  event: Named<TurnEvent, 'token' | 'tool_call' | 'tool_result' | 'done' | 'error'>,
  context: {
    turnId: string;
    threadId: string;
    desk: Pick<Desk<never>, 'errorMessage'>;
  },
): ChatEvent {
  switch (event.type) {
    case 'token':
      return { event: 'token', data: { content: event.text } };
    case 'tool_call': {
      const { tool, callId, label } = event;
      return { event: 'tool_call', data: { tool, call_id: callId, label } };
    }
    case 'tool_result': {
      const { tool, callId, details } = event;
      return { event: 'tool_result', data: { tool, call_id: callId, result: details } };
    }
    case 'done': {
      const { reason, model, degraded } = event;
      const data = {
        thread_id: context.threadId,
        turn_id: context.turnId,
        model,
        degraded,
        reason,
        ...(reason === 'stopped' ? { stopped: true as const } : {}),
        usage: wireUsage(event.usage),
      };
      return { event: 'done', data };
    }
    case 'error':
      return errorEvent(context.desk, event.code);
  }
}

/** A turn's last event when it failed; every failure may be tried again. */
export function errorEvent(
  desk: Pick<Desk<never>, 'errorMessage'>,
  code: TurnErrorCode,
): Extract<ChatEvent, { event: 'error' }> {
  return { event: 'error', data: { message: desk.errorMessage(code), code, retryable: true } };
}

/** How readers learn that the process that ran a turn is gone. */
export const interruptedEvent = (
  desk: Pick<Desk<never>, 'errorMessage'>,
): Extract<ChatEvent, { event: 'error' }> => errorEvent(desk, 'interrupted');
