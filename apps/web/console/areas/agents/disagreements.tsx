import type { AgentDisagreement } from '@deskbell/protocol';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useLiveList } from '../../live/use-live-list.ts';
import { usePeek } from '../../peek/use-peek.ts';
import { present } from '../../search.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { sayShare } from '../../ui/figures.ts';
import { FilterBar, SelectFilter } from '../../ui/filter-bar.tsx';
import { When } from '../../ui/when.tsx';
import { agentTitles } from '../executions/agent-titles.ts';
import { sayName } from '../executions/finding.ts';
import { readDisagreements } from './read-agents.ts';
import { type AgentsSearch, agentNames, readAgentsSearch } from './search.ts';
import '../executions/mails.css';

const columns: readonly Column<AgentDisagreement>[] = [
  { id: 'time', header: 'Time', width: '9rem', cell: ({ created_at }) => <When at={created_at} /> },
  {
    id: 'mail',
    header: 'Mail',
    isPrimary: true,
    cell: ({ email }) => (
      <span className="mail-cell">
        <span className="mail-subject">{email.subject || '(no subject)'}</span>
        <span className="mail-sender">{email.sender}</span>
      </span>
    ),
  },
  { id: 'agent', header: 'Agent', width: '6.5rem', cell: ({ agent }) => agentTitles[agent] },
  {
    id: 'used',
    header: 'What was used',
    cell: ({ used }) =>
      used.length === 0
        ? 'nothing: it was left out'
        : used.map(({ name, value }) => `${sayName(name)}: ${value}`).join(' · '),
  },
  {
    id: 'sure',
    header: 'Sure',
    width: '5rem',
    align: 'end',
    cell: ({ confidence }) => sayShare(confidence),
    isSecondary: true,
  },
  {
    id: 'model',
    header: 'Model',
    width: '10rem',
    cell: ({ model_used }) => <span className="mono">{model_used}</span>,
    isSecondary: true,
  },
];

const options = agentNames.map((value) => ({ value, label: agentTitles[value] }));

/** Outputs whose language model and rules differed, with what went on being used. */
export function Disagreements({ agent }: { agent: AgentsSearch['agent'] }): ReactNode {
  const navigate = useNavigate();
  const peek = usePeek();
  const headingId = useId();
  const list = useLiveList<AgentDisagreement>({
    queryKey: ['agents', 'disagreements', agent ?? 'all'],
    read: (page) => readDisagreements(agent, page),
    idOf,
  });
  const filterBy = (value: string | undefined): void =>
    void navigate({
      to: '/agents',
      search: ({ session, peek, window }) =>
        present({ session, peek, ...readAgentsSearch({ window, agent: value }) }),
      replace: true,
      resetScroll: false,
    });
  return (
    <section className="disagreements" aria-labelledby={headingId}>
      <div className="panel-head">
        <h2 id={headingId}>Where model and rules differed</h2>
        <FilterBar>
          <SelectFilter
            label="Agent"
            value={agent}
            options={options}
            onChange={filterBy}
            anyLabel="All"
          />
        </FilterBar>
      </div>
      <DataTable
        label="Disagreements, newest first"
        list={list}
        columns={columns}
        idOf={idOf}
        onOpen={({ execution_id }) =>
          void navigate({ to: '/executions/$id', params: { id: execution_id } })
        }
        onPeek={({ execution_id }) => peek.open({ kind: 'execution', id: execution_id })}
        hrefOf={({ execution_id }) => `/staff/executions/${execution_id}`}
        empty={{
          title:
            agent === undefined
              ? 'They have not differed'
              : `${agentTitles[agent]} has not differed from its rules`,
          next: (
            <p>
              They are compared where a language model answers: the operations guide says which one
              does, under Which model answers. Without one the rules alone read the mail.
            </p>
          ),
        }}
      />
    </section>
  );
}

const idOf = ({ execution_id, agent }: AgentDisagreement): string => `${execution_id} ${agent}`;
