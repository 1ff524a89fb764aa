import type { Model, ModelEvent, ModelRequest } from '@deskbell/engine';
import { type ScriptedStep, says } from '@deskbell/testing/scripted-model.ts';

/** A record that a tool has named in this turn: `execution:8f14e45fceea`. */
const REFERENCE = /"ref":"\[?(\w+:[\da-f]{12})/;

/** What is answered to each question; `given` is a record that a tool has named by then. */
export type Replies = Readonly<
  Record<string, (call: { step: number; given: string | undefined }) => ScriptedStep>
>;

export interface TestChatModel extends Model {
  /** Lets every answer that holds at `…` go on. */
  release(): void;
}

/** A model that answers by what is asked; text that ends with `…` is held there until released. */
export function createTestChatModel(replies: Replies): TestChatModel {
  let gate = Promise.withResolvers<void>();

  function stepFor({ messages }: ModelRequest): ScriptedStep {
    const at = messages.findLastIndex(({ role }) => role === 'user');
    const asked = messages[at];
    const question = asked?.role === 'user' ? asked.text : '';
    const [, reply] = Object.entries(replies).find(([words]) => question.includes(words)) ?? [];
    const after = messages.slice(at + 1);
    const step = after.filter(({ role }) => role === 'assistant').length;
    const given = REFERENCE.exec(JSON.stringify(after).replaceAll('\\"', '"'))?.[1];
    return reply?.({ step, given }) ?? says('I do not know.');
  }

  return {
    name: 'test-model',
    provider: 'anthropic',
    isAvailable: () => true,
    release: () => {
      gate.resolve();
      gate = Promise.withResolvers();
    },
    async *stream(request): AsyncGenerator<ModelEvent> {
      const { events, throws } = stepFor(request);
      for (const event of events) {
        request.signal.throwIfAborted();
        yield event;
        if (event.type !== 'text' || !event.text.endsWith('…')) continue;
        const aborted = Promise.withResolvers<never>();
        const abort = (): void => aborted.reject(request.signal.reason);
        request.signal.addEventListener('abort', abort, { once: true });
        try {
          await Promise.race([gate.promise, aborted.promise]);
        } finally {
          request.signal.removeEventListener('abort', abort);
        }
      }
      if (throws !== undefined) throw throws;
    },
  };
}
