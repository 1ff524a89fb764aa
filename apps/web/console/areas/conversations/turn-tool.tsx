import type { ConversationTurn } from '@deskbell/protocol';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { sayTool } from './conversation-words.ts';

type ToolCall = ConversationTurn['tool_calls'][number];

/** A tool that ran; what it was given and gave unfolds, for those who may read it. */
export function TurnTool({ call }: { call: ToolCall }): ReactNode {
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { input, result } = call;
  if (input === null && result === null) {
    return (
      <p className="turn-tool">
        <ToolWords call={call} />
      </p>
    );
  }
  return (
    <details className="turn-tool" onToggle={(event) => setIsUnfolded(event.currentTarget.open)}>
      <summary>
        <ToolWords call={call} />
        <Icon name="next" />
      </summary>
      {isUnfolded && (
        <div className="stack-tight turn-tool-body">
          <h4>Given</h4>
          <Json value={input} name={`Given to ${sayTool(call.tool)}`} />
          <h4>Found</h4>
          <Json value={result} name={`Found by ${sayTool(call.tool)}`} />
        </div>
      )}
    </details>
  );
}

function ToolWords({ call: { tool, label, has_failed } }: { call: ToolCall }): ReactNode {
  const state = has_failed === null ? 'never ended' : has_failed ? 'failed' : undefined;
  return (
    <>
      <span className={state === undefined ? 'turn-tool-mark' : 'turn-tool-mark is-bad'}>
        <Icon name={state === undefined ? 'check' : 'warning'} />
      </span>
      <span>
        {label.replace(/[….]+$/, '')} <span className="muted">({sayTool(tool)})</span>
        {state !== undefined && <strong className="turn-tool-state">, {state}</strong>}
      </span>
    </>
  );
}

function Json({ value, name }: { value: ToolCall['input']; name: string }): ReactNode {
  if (value === null) return <p className="muted">Nothing was kept.</p>;
  return (
    <section
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="turn-json"
    >
      <pre dir="ltr">{JSON.stringify(value, null, 2)}</pre>
    </section>
  );
}
