import type { AgentOutput, ExecutionDetail } from '@deskbell/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Facts } from '../../ui/definition-list.tsx';
import { sayCost, sayCount } from '../../ui/figures.ts';
import { sayDuration } from '../../ui/time-words.ts';
import { emailQuery } from '../emails/read-emails.ts';
import { agentTitles } from './agent-titles.ts';
import { sayAgentFailure, sayFallback } from './explain-failure.ts';
import { FindingList } from './finding-list.tsx';
import type { AgentName } from './place-bars.ts';
import { textIn } from './read-fields.ts';

/** What one agent read, what it found, and how it came to it. */
export function AgentDetail(props: { output: AgentOutput; execution: ExecutionDetail }): ReactNode {
  const { output, execution } = props;
  return (
    <div className="agent-detail">
      <section aria-label={`What ${agentTitles[output.agent_type]} read`}>
        <h3>Input</h3>
        <AgentInput agent={output.agent_type} execution={execution} />
      </section>
      <section aria-label={`What ${agentTitles[output.agent_type]} found`}>
        <h3>Output</h3>
        {output.status === 'failed' ? (
          <p>{sayAgentFailure(output.error_code)} The others went on without it.</p>
        ) : (
          <FindingList output={output} emailId={execution.email_id} nothing="It found nothing." />
        )}
        <Facts items={factsOf(output)} />
        <details className="as-json">
          <summary>As JSON</summary>
          <Scrolling label={`${agentTitles[output.agent_type]} as JSON`}>
            {JSON.stringify(output, null, 2)}
          </Scrolling>
        </details>
      </section>
    </div>
  );
}

function factsOf(output: AgentOutput) {
  const { is_disputed, next_actions } = output;
  const fallback = sayFallback(output.error_code);
  return [
    { term: 'Model', value: output.model_used },
    { term: 'Why the rules', value: fallback ?? null },
    {
      term: 'Disputed',
      value:
        is_disputed === null
          ? null
          : is_disputed
            ? 'Yes: model and rules differed, so it is less sure.'
            : 'No: model and rules agreed.',
    },
    { term: 'Took', value: sayDuration(output.execution_time_ms) },
    {
      term: 'Tokens',
      value: `${sayCount(output.input_tokens)} in, ${sayCount(output.output_tokens)} out`,
    },
    { term: 'Cost', value: sayCost(output.cost_nano_usd) },
    {
      term: 'Would do',
      value: next_actions.length === 0 ? null : next_actions.join(', ').replaceAll('_', ' '),
    },
  ];
}

const inputs: Readonly<Record<AgentName, string>> = {
  triage: 'Sender, subject, the new text and the list of files.',
  vision: 'The files that came with the mail.',
  deadline: 'The new text, the day it was written, and what vision read in the files.',
  task: 'The new text, and what triage made of it.',
  context:
    'What the other agents found, and 30 days of mail from the same sender, domain, vendor and thread.',
};
const MOST_SHOWN = 600;

function AgentInput(props: { agent: AgentName; execution: ExecutionDetail }): ReactNode {
  const { agent, execution } = props;
  return (
    <>
      <p>{inputs[agent]}</p>
      {(agent === 'triage' || agent === 'deadline' || agent === 'task') && (
        <NewText emailId={execution.email_id} />
      )}
      {agent === 'vision' && <Files emailId={execution.email_id} />}
      {(agent === 'vision' || agent === 'deadline') && <FileText execution={execution} />}
    </>
  );
}

function NewText({ emailId }: { emailId: string }): ReactNode {
  const { data, isError } = useQuery(emailQuery(emailId));
  if (isError) return <p className="muted">The mail could not be read just now.</p>;
  if (data === undefined) return <p className="muted">Reading the mail…</p>;
  const text = (data.segments ?? [])
    .filter(({ kind }) => kind === 'new')
    .map((segment) => segment.text)
    .join('\n\n')
    .trim();
  return (
    <>
      <blockquote className="input-text" dir="auto">
        {text === '' ? '(no new text)' : shorten(text)}
      </blockquote>
      <p>
        <Link to="/emails/$id" params={{ id: emailId }}>
          Open the mail
        </Link>
      </p>
    </>
  );
}

const shorten = (text: string): string =>
  text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).toWellFormed()}…`;

function Files({ emailId }: { emailId: string }): ReactNode {
  const { data } = useQuery(emailQuery(emailId));
  if (data === undefined || data.attachments.length === 0) return null;
  return (
    <ul className="plain-list">
      {data.attachments.map(({ position, filename }) => (
        <li key={position}>
          <bdi>{filename || 'a file without a name'}</bdi>
        </li>
      ))}
    </ul>
  );
}

function FileText({ execution }: { execution: ExecutionDetail }): ReactNode {
  const vision = execution.agent_outputs.find(({ agent_type }) => agent_type === 'vision');
  const text = vision?.findings == null ? undefined : textIn(vision.findings, 'extracted_text');
  if (text === undefined) return null;
  return (
    <details>
      <summary>Text of the files, {sayCount(text.length)} characters</summary>
      <Scrolling label="Text of the files">{text}</Scrolling>
    </details>
  );
}

function Scrolling({ label, children }: { label: string; children: string }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="scrolling" aria-label={label} tabIndex={0}>
      <pre dir="auto">{children}</pre>
    </section>
  );
}
