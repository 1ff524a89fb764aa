import type { EmailDetail, ExecutionDetail } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sayShare } from '../../ui/figures.ts';
import { Panel } from '../../ui/panel.tsx';
import { agentTitles } from '../executions/agent-titles.ts';
import type { Quote } from './mark-evidence.ts';
import { summarizeOutput } from './summarize-output.ts';

/** What each agent read in the mail, with the words it rests on. */
export function AgentNotes(props: {
  email: EmailDetail;
  execution: ExecutionDetail | undefined;
  quotes: readonly Quote[];
  onShow: (quote: Quote) => void;
}): ReactNode {
  const { email, execution, quotes, onShow } = props;
  const outputs = execution?.agent_outputs ?? [];
  return (
    <Panel title="What the agents read">
      {execution === undefined && <p className="muted">Reading what became of it…</p>}
      {execution !== undefined && outputs.length === 0 && (
        <p className="muted">
          {execution.status === 'failed'
            ? (execution.error_message ?? 'It failed before an agent read it.')
            : 'No agent has read it.'}
        </p>
      )}
      {outputs.map((output) => (
        <section key={output.agent_type} className="agent-note">
          <h3>
            <span className={`swatch evidence-${output.agent_type}`}>
              {agentTitles[output.agent_type]}
            </span>
            <span className="muted">
              {output.status === 'failed' ? 'failed' : `${sayShare(output.confidence)} sure`}
            </span>
          </h3>
          <p dir="auto">{summarizeOutput(output)}</p>
          <QuoteList
            quotes={quotes.filter(({ agent }) => agent === output.agent_type)}
            onShow={onShow}
          />
        </section>
      ))}
      {email.execution !== null && (
        <p>
          <Link to="/executions/$id" params={{ id: email.execution.id }}>
            Every finding, time and cost
          </Link>
        </p>
      )}
    </Panel>
  );
}

function QuoteList(props: { quotes: readonly Quote[]; onShow: (quote: Quote) => void }): ReactNode {
  if (props.quotes.length === 0) return null;
  return (
    <ul className="quote-list">
      {props.quotes.map((quote) => (
        <li key={quote.id} data-entry={quote.id} tabIndex={-1}>
          <p>
            <strong>{quote.label}</strong>: <bdi>{quote.finding}</bdi>
          </p>
          {!isSame(quote.finding, quote.evidence.quote) && (
            <p className="quote-words" dir="auto">
              {quote.evidence.quote}
            </p>
          )}
          {quote.isMarked ? (
            <button
              type="button"
              className="button button-small"
              aria-label={`Show in the mail: ${quote.label}`}
              onClick={() => props.onShow(quote)}
            >
              Show in the mail
            </button>
          ) : (
            <p className="muted">{whereElse(quote)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Many a finding is described by the very words it rests on. */
const isSame = (finding: string, quote: string): boolean => fold(finding) === fold(quote);
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.!?,;:]+/g, ' ')
    .trim();

/** Where words stand that cannot be marked. */
function whereElse({ evidence: { where, attachment } }: Quote): string {
  if (where === 'header') return 'In the header.';
  if (where !== 'attachment') return 'Not found word for word in what is shown.';
  return attachment === undefined ? 'In a file.' : `In file ${attachment + 1}.`;
}
