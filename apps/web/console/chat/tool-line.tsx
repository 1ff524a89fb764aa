import { type ReactNode, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import type { AnswerPart } from './chat-state.ts';

type ToolPart = Extract<AnswerPart, { kind: 'tool' }>;

const stateWords = { running: 'running', done: 'done', failed: 'not answered' } as const;

function ToolMark({ status }: { status: ToolPart['status'] }): ReactNode {
  return (
    <span className={`tool-mark tool-mark-${status}`}>
      {status !== 'running' && <Icon name={status === 'done' ? 'check' : 'warning'} />}
      <span className="visually-hidden">{stateWords[status]}</span>
    </span>
  );
}

/** What a tool looks up; once it has, what it found can be unfolded. */
export function ToolLine({ part }: { part: ToolPart }): ReactNode {
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { result, status, label } = part;
  if (result === null) {
    return (
      <p className="tool-line">
        <ToolMark status={status} />
        <span dir="auto">{label}</span>
      </p>
    );
  }
  return (
    <details className="tool-line" onToggle={(event) => setIsUnfolded(event.currentTarget.open)}>
      <summary>
        <ToolMark status={status} />
        <span dir="auto">{label}</span>
        <Icon name="next" />
      </summary>
      {isUnfolded && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0} dir="ltr" className="tool-result">
          {JSON.stringify(result, null, 2)}
        </pre>
      )}
    </details>
  );
}
