import type { ExecutionSummary } from '@deskbell/protocol';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLiveList } from '../../live/use-live-list.ts';
import { usePeek } from '../../peek/use-peek.ts';
import { present } from '../../search.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { LevelBadge, StatusBadge } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { sayShare } from '../../ui/figures.ts';
import { FilterBar, SearchFilter, SelectFilter } from '../../ui/filter-bar.tsx';
import { sayDuration } from '../../ui/time-words.ts';
import { When } from '../../ui/when.tsx';
import { ranMs } from './explain-failure.ts';
import { sayName, urgencyLevel } from './finding.ts';
import { HowMailGetsIn } from './how-mail-gets-in.tsx';
import { matchesFilters, readExecutions } from './read-executions.ts';
import {
  categories,
  type ExecutionsSearch,
  highRisks,
  readExecutionsSearch,
  statuses,
} from './search.ts';
import './mails.css';

const options = (values: readonly string[]) =>
  values.map((value) => ({ value, label: sayName(value) }));

const columns: readonly Column<ExecutionSummary>[] = [
  {
    id: 'time',
    header: 'Time',
    width: '8.75rem',
    cell: ({ accepted_at }) => <When at={accepted_at} />,
  },
  { id: 'mail', header: 'Mail', width: 'minmax(0, 1fr)', cell: MailCell },
  {
    id: 'category',
    header: 'Category',
    width: '5.75rem',
    cell: ({ category }) => (category === null ? '–' : sayName(category)),
    isSecondary: true,
  },
  {
    id: 'urgency',
    header: 'Urgency',
    width: '5.75rem',
    cell: ({ urgency }) => (urgency === null ? '–' : <LevelBadge level={urgencyLevel(urgency)} />),
    isSecondary: true,
  },
  {
    id: 'confidence',
    header: 'Confidence',
    width: '6.25rem',
    align: 'end',
    cell: ({ confidence }) => sayShare(confidence),
    isSecondary: true,
  },
  {
    id: 'risk',
    header: 'Risk',
    width: '5.75rem',
    cell: ({ risk }) => (risk === null ? '–' : <LevelBadge level={risk} />),
    isSecondary: true,
  },
  {
    id: 'status',
    header: 'Status',
    width: '6.5rem',
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  {
    id: 'duration',
    header: 'Duration',
    width: '5.75rem',
    align: 'end',
    cell: (execution) => {
      const ran = ranMs(execution);
      return ran === undefined ? '–' : sayDuration(ran);
    },
    isSecondary: true,
  },
];

/** What became of each mail, newest first. */
export function ExecutionsArea(): ReactNode {
  const navigate = useNavigate();
  const { status, category, risk, q } = useSearch({ from: '/executions' });
  const filters: ExecutionsSearch = present({ status, category, risk, q });
  const peek = usePeek();
  const list = useLiveList<ExecutionSummary>({
    queryKey: ['executions', filters],
    kind: 'executions',
    read: (page) => readExecutions(filters, page),
    idOf,
    matches: matchesFilters(filters),
  });
  const filterBy = (change: Partial<Record<keyof ExecutionsSearch, string | undefined>>): void =>
    void navigate({
      to: '/executions',
      search: ({ session, peek }) =>
        present({ session, peek, ...readExecutionsSearch({ ...filters, ...change }) }),
      replace: true,
    });
  const isFiltered = Object.keys(filters).length > 0;

  return (
    <>
      <AreaHead title="Executions" />
      <FilterBar>
        <SearchFilter
          label="Words in the mail"
          value={q}
          onChange={(words) => filterBy({ q: words })}
        />
        <SelectFilter
          label="Status"
          value={status}
          options={options(statuses)}
          onChange={(value) => filterBy({ status: value })}
        />
        <SelectFilter
          label="Category"
          value={category}
          options={options(categories)}
          onChange={(value) => filterBy({ category: value })}
        />
        <SelectFilter
          label="Risk"
          value={risk}
          options={options(highRisks)}
          onChange={(value) => filterBy({ risk: value })}
        />
      </FilterBar>
      <DataTable
        label="Executions, newest first"
        list={list}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) => void navigate({ to: '/executions/$id', params: { id } })}
        onPeek={({ id }) => peek.open({ kind: 'execution', id })}
        hrefOf={({ id }) => `/staff/executions/${id}`}
        empty={
          isFiltered
            ? {
                title: 'No execution like that',
                next: (
                  <button
                    type="button"
                    className="button"
                    onClick={() =>
                      filterBy({
                        status: undefined,
                        category: undefined,
                        risk: undefined,
                        q: undefined,
                      })
                    }
                  >
                    Show all executions
                  </button>
                ),
              }
            : { title: 'No mail has been worked on yet', next: <HowMailGetsIn /> }
        }
      />
    </>
  );
}

const idOf = ({ id }: ExecutionSummary): string => id;

function MailCell({ metadata, status, error_message }: ExecutionSummary): ReactNode {
  return (
    <span className="mail-cell">
      <span className="mail-subject">{metadata.subject || '(no subject)'}</span>
      {status === 'failed' && error_message !== null ? (
        <span className="mail-failure">{error_message}</span>
      ) : (
        <span className="mail-sender">{metadata.sender || 'unknown sender'}</span>
      )}
    </span>
  );
}
