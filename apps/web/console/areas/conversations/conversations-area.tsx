import type { Conversation } from '@deskbell/protocol';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../api/me.ts';
import { usePeek } from '../../peek/use-peek.ts';
import { present } from '../../search.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { Badge } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { sayCost, sayCount } from '../../ui/figures.ts';
import { FilterBar, SelectFilter } from '../../ui/filter-bar.tsx';
import { When } from '../../ui/when.tsx';
import { sayName } from '../executions/finding.ts';
import { allTokens, outcomeTones, sayCustomer, sayTool } from './conversation-words.ts';
import { POLL_EVERY_MS, readConversations } from './read-conversations.ts';
import { type ConversationsSearch, outcomes, readConversationsSearch } from './search.ts';
import { usePolledList } from './use-polled-list.ts';
import '../executions/mails.css';

const when: Column<Conversation> = {
  id: 'when',
  header: 'Last question',
  width: '8.75rem',
  cell: ({ last_activity }) => <When at={last_activity} />,
  isPrimary: true,
};
const figures: readonly Column<Conversation>[] = [
  {
    id: 'length',
    header: 'Messages',
    width: '5.75rem',
    align: 'end',
    cell: ({ message_count }) => sayCount(message_count),
    isSecondary: true,
  },
  {
    id: 'tokens',
    header: 'Tokens',
    width: '5.5rem',
    align: 'end',
    cell: ({ tokens }) => sayCount(allTokens(tokens)),
    isSecondary: true,
  },
  {
    id: 'cost',
    header: 'Cost',
    width: '5.5rem',
    align: 'end',
    cell: ({ cost_nano_usd }) => sayCost(cost_nano_usd),
    isSecondary: true,
  },
  {
    id: 'outcome',
    header: 'Last turn',
    width: '6.75rem',
    cell: ({ outcome }) => <Badge tone={outcomeTones[outcome]}>{outcome}</Badge>,
  },
];
const columnsOf: Readonly<Record<'staff' | 'admin', readonly Column<Conversation>[]>> = {
  staff: [
    when,
    { id: 'work', header: 'Tools and model', width: 'minmax(0, 1fr)', cell: WorkCell },
    ...figures,
  ],
  admin: [
    when,
    { id: 'customer', header: 'Customer', width: 'minmax(0, 1.3fr)', cell: CustomerCell },
    {
      id: 'work',
      header: 'Tools and model',
      width: 'minmax(0, 1fr)',
      cell: WorkCell,
      isSecondary: true,
    },
    ...figures,
  ],
};

/** What the front desk was asked and answered, the newest activity first. */
export function ConversationsArea(): ReactNode {
  const navigate = useNavigate();
  const { role } = useMe();
  const { outcome, customer } = useSearch({ from: '/conversations' });
  const filters: ConversationsSearch = present({ outcome, customer });
  const peek = usePeek();
  const list = usePolledList<Conversation>({
    queryKey: ['conversations', filters],
    read: (page) => readConversations(filters, page),
    idOf,
    everyMs: POLL_EVERY_MS,
  });
  const filterBy = (change: Partial<Record<keyof ConversationsSearch, string | undefined>>) =>
    void navigate({
      to: '/conversations',
      search: ({ session, peek }) =>
        present({ session, peek, ...readConversationsSearch({ ...filters, ...change }) }),
      replace: true,
    });
  const isFiltered = Object.keys(filters).length > 0;

  return (
    <>
      <AreaHead title="Conversations" />
      {role === 'staff' && (
        <p className="muted">
          What customers wrote, and who they are, is for administrators only. Visitors’
          conversations are kept for 24 hours.
        </p>
      )}
      <FilterBar>
        <SelectFilter
          label="Last turn"
          value={outcome}
          options={outcomes.map((value) => ({ value, label: sayName(value) }))}
          onChange={(value) => filterBy({ outcome: value })}
        />
        <SelectFilter
          label="Customer"
          value={customer}
          options={[
            { value: 'signed_in', label: 'Signed in' },
            { value: 'visitor', label: 'Visitor' },
          ]}
          onChange={(value) => filterBy({ customer: value })}
        />
      </FilterBar>
      <DataTable
        label="Conversations, newest activity first"
        list={list}
        columns={columnsOf[role]}
        idOf={idOf}
        onOpen={({ thread_id }) =>
          void navigate({ to: '/conversations/$id', params: { id: thread_id } })
        }
        onPeek={({ thread_id }) => peek.open({ kind: 'conversation', id: thread_id })}
        hrefOf={({ thread_id }) => `/staff/conversations/${thread_id}`}
        empty={
          isFiltered
            ? {
                title: 'No conversation like that',
                next: (
                  <button
                    type="button"
                    className="button"
                    onClick={() => filterBy({ outcome: undefined, customer: undefined })}
                  >
                    Show all conversations
                  </button>
                ),
              }
            : {
                title: 'Nobody has asked anything yet',
                next: (
                  <p>
                    The chat is at the lower right of every page of <a href="/">the website</a>. Ask
                    it something to see a conversation here. Visitors’ conversations are kept for 24
                    hours.
                  </p>
                ),
              }
        }
      />
    </>
  );
}

const idOf = ({ thread_id }: Conversation): string => thread_id;

function CustomerCell(conversation: Conversation): ReactNode {
  return (
    <span className="mail-cell">
      <span className="mail-subject">{conversation.first_question ?? '(nothing asked yet)'}</span>
      <span className="mail-sender">{sayCustomer(conversation)}</span>
    </span>
  );
}

function WorkCell({ tools, models, has_handoff }: Conversation): ReactNode {
  const names = [...tools.map(sayTool), ...(has_handoff ? ['booking form offered'] : [])];
  return (
    <span className="mail-cell">
      <span>{names.length === 0 ? 'no tools' : names.join(', ')}</span>
      <span className="mail-sender">
        {models.length === 0 ? 'no model yet' : models.join(', ')}
      </span>
    </span>
  );
}
