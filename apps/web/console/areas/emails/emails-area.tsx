import type { Email } from '@deskbell/protocol';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLiveList } from '../../live/use-live-list.ts';
import { usePeek } from '../../peek/use-peek.ts';
import { present } from '../../search.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { StatusBadge } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '../../ui/filter-bar.tsx';
import { When } from '../../ui/when.tsx';
import { sayName } from '../executions/finding.ts';
import { HowMailGetsIn } from '../executions/how-mail-gets-in.tsx';
import { categories, statuses } from '../executions/search.ts';
import { matchesFilters, readEmails } from './read-emails.ts';
import { type EmailsSearch, readEmailsSearch } from './search.ts';
import '../executions/mails.css';

const options = (values: readonly string[]) =>
  values.map((value) => ({ value, label: sayName(value) }));

const columns: readonly Column<Email>[] = [
  {
    id: 'time',
    header: 'Time',
    width: '8.75rem',
    cell: ({ accepted_at }) => <When at={accepted_at} />,
  },
  {
    id: 'from',
    header: 'From',
    width: 'minmax(0, 15rem)',
    cell: ({ sender, sender_name }) => (
      <span className="mail-cell">
        <span>{sender_name || sender || 'unknown sender'}</span>
        {sender_name !== '' && <span className="mail-sender">{sender}</span>}
      </span>
    ),
  },
  { id: 'subject', header: 'Subject', width: 'minmax(0, 1fr)', cell: SubjectCell },
  {
    id: 'files',
    header: 'Files',
    width: '4.5rem',
    align: 'end',
    cell: ({ attachment_count }) => (attachment_count === 0 ? '–' : attachment_count),
    isSecondary: true,
  },
  {
    id: 'category',
    header: 'Category',
    width: '6.5rem',
    cell: ({ execution }) =>
      execution === null || execution.category === null ? '–' : sayName(execution.category),
    isSecondary: true,
  },
  {
    id: 'status',
    header: 'Status',
    width: '7rem',
    cell: ({ execution }) =>
      execution === null ? 'being accepted' : <StatusBadge status={execution.status} />,
  },
];

/** Every mail that came in, newest first. */
export function EmailsArea(): ReactNode {
  const navigate = useNavigate();
  const { sender, domain, status, category, files, q } = useSearch({ from: '/emails' });
  const filters: EmailsSearch = present({ sender, domain, status, category, files, q });
  const peek = usePeek();
  const list = useLiveList<Email>({
    queryKey: ['emails', filters],
    kind: 'emails',
    read: (page) => readEmails(filters, page),
    idOf,
    matches: matchesFilters(filters),
  });
  const filterBy = (change: Partial<Record<keyof EmailsSearch, unknown>>): void =>
    void navigate({
      to: '/emails',
      search: ({ session, peek }) =>
        present({ session, peek, ...readEmailsSearch({ ...filters, ...change }) }),
      replace: true,
    });
  const isFiltered = Object.keys(filters).length > 0;

  return (
    <>
      <AreaHead title="Emails" />
      <FilterBar>
        <SearchFilter
          label="Words in the mail"
          value={q}
          onChange={(words) => filterBy({ q: words })}
        />
        <SenderFilter sender={sender} domain={domain} onChange={filterBy} />
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
          label="Files"
          value={files === true ? 'true' : undefined}
          options={[{ value: 'true', label: 'With files' }]}
          onChange={(value) => filterBy({ files: value === undefined ? undefined : true })}
        />
      </FilterBar>
      <DataTable
        label="Emails, newest first"
        list={list}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) => void navigate({ to: '/emails/$id', params: { id } })}
        onPeek={({ id }) => peek.open({ kind: 'email', id })}
        hrefOf={({ id }) => `/staff/emails/${id}`}
        empty={
          isFiltered
            ? {
                title: 'No mail like that',
                next: (
                  <button type="button" className="button" onClick={() => filterBy(noFilters)}>
                    Show all mail
                  </button>
                ),
              }
            : { title: 'No mail has come in yet', next: <HowMailGetsIn /> }
        }
      />
    </>
  );
}

const noFilters: Record<keyof EmailsSearch, undefined> = {
  sender: undefined,
  domain: undefined,
  status: undefined,
  category: undefined,
  files: undefined,
  q: undefined,
};

const idOf = ({ id }: Email): string => id;

function SubjectCell({ subject, execution }: Email): ReactNode {
  return (
    <span className="mail-cell">
      <span className="mail-subject">{subject || '(no subject)'}</span>
      {execution?.status === 'failed' && execution.error_message !== null && (
        <span className="mail-failure">{execution.error_message}</span>
      )}
    </span>
  );
}

/** A whole address, or what is behind its @: the server has an index for each. */
function SenderFilter(props: {
  sender: string | undefined;
  domain: string | undefined;
  onChange: (change: { sender: string | undefined; domain: string | undefined }) => void;
}): ReactNode {
  return (
    <SearchFilter
      label="From"
      placeholder="address or domain"
      value={props.sender ?? props.domain}
      onChange={(text) =>
        props.onChange({
          sender: text?.includes('@') && !text.startsWith('@') ? text : undefined,
          domain: text?.includes('@') && !text.startsWith('@') ? undefined : text?.replace('@', ''),
        })
      }
    />
  );
}
