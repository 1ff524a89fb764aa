import type { ServerFrame, StaffChatEvent } from '@deskbell/protocol';

type DataOf<Name extends StaffChatEvent['event']> = Extract<
  StaffChatEvent,
  { event: Name }
>['data'];

/** What happens in a turn, whichever way it was heard. */
export type TurnEvent =
  | { readonly type: 'text'; readonly content: string }
  | ({ readonly type: 'tool_call' } & Pick<DataOf<'tool_call'>, 'tool' | 'call_id' | 'label'>)
  | ({ readonly type: 'tool_result' } & Pick<DataOf<'tool_result'>, 'call_id' | 'result'>)
  | { readonly type: 'snapshot'; readonly content: string }
  | ({ readonly type: 'done' } & Pick<
      DataOf<'done'>,
      'model' | 'degraded' | 'reason' | 'stopped' | 'usage'
    >)
  | ({ readonly type: 'error' } & Pick<DataOf<'error'>, 'message' | 'retryable'> & {
        readonly code: string;
      });

/** Undefined for what says nothing about a turn, such as an `ack`. */
export function eventOfFrame(frame: ServerFrame): TurnEvent | undefined {
  switch (frame.type) {
    case 'chunk':
      return { type: 'text', content: frame.content };
    case 'complete':
      return { ...frame, type: 'done' };
    case 'tool_call':
    case 'tool_result':
    case 'snapshot':
      return frame;
    case 'error': {
      const { message, code, retryable = false } = frame;
      return frame.turn_id === undefined ? undefined : { type: 'error', message, code, retryable };
    }
    default:
      return undefined;
  }
}

const named = ['tool_call', 'tool_result', 'snapshot', 'done', 'error'] as const;

/** Of an event stream: text is its data itself. Undefined for a name that is not known. */
export function eventOfStream(message: {
  event?: string | undefined;
  data: string;
}): TurnEvent | undefined {
  if (message.event === undefined) return { type: 'text', content: message.data };
  const type = named.find((name) => name === message.event);
  return type && ({ ...JSON.parse(message.data), type } as TurnEvent);
}

export const isLastEvent = ({ type }: TurnEvent): boolean => type === 'done' || type === 'error';
