import type { Review } from '@deskbell/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { overviewQuery } from '../../api/overview.ts';
import { useLiveList } from '../../live/use-live-list.ts';
import { usePeek } from '../../peek/use-peek.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { Badge, LevelBadge } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';
import { When } from '../../ui/when.tsx';
import { readReviews } from './read-reviews.ts';
import { ReviewPage } from './review-page.tsx';
import { partReasons } from './review-reasons.ts';
import { sayActions } from './say-actions.ts';
import { readReviewsSearch, reviewsSearchWith } from './search.ts';
import '../executions/mails.css';
import './reviews.css';

const idOf = ({ id }: Review): string => id;

const columns: readonly Column<Review>[] = [
  {
    id: 'time',
    header: 'Since',
    width: '9.75rem',
    cell: ({ created_at }) => <When at={created_at} />,
  },
  {
    id: 'mail',
    header: 'Mail',
    isPrimary: true,
    cell: ({ email }) => (
      <span className="mail-cell">
        <span className="mail-subject">{email.subject || '(no subject)'}</span>
        <span className="mail-sender">{email.sender || 'unknown sender'}</span>
      </span>
    ),
  },
  { id: 'why', header: 'Why a person is asked', width: '1.2fr', cell: WhyCell },
  { id: 'risk', header: 'Risk', width: '6rem', cell: ({ risk }) => <LevelBadge level={risk} /> },
  {
    id: 'proposed',
    header: 'Proposed',
    width: '9.5rem',
    cell: ({ actions }) => sayActions(actions),
    isSecondary: true,
  },
  { id: 'state', header: 'Decision', width: '8.5rem', cell: StateCell },
];

/** What waits for a person's decision, and what was decided. */
export function ReviewsArea(): ReactNode {
  const { open, peek } = useSearch({ from: '/reviews' });
  return open === undefined ? (
    <ReviewList />
  ) : (
    <ReviewPage key={open} id={open} isPeeking={peek !== undefined} />
  );
}

function ReviewList(): ReactNode {
  const navigate = useNavigate();
  const peek = usePeek();
  const search = readReviewsSearch({ ...useSearch({ from: '/reviews' }) });
  const status = search.status ?? 'pending';
  const waiting = useQuery(overviewQuery).data?.attention.counts.pending_reviews;
  const list = useLiveList<Review>({
    queryKey: ['reviews', status],
    kind: 'reviews',
    read: (page) => readReviews(status, page),
    idOf,
    matches: (review) => review.status === status,
  });
  return (
    <>
      <AreaHead title="Reviews" />
      <LinkTabs
        label="Reviews"
        name="status"
        current={search.status}
        tabs={[
          { value: undefined, label: 'Waiting', count: waiting },
          { value: 'approved', label: 'Approved' },
          { value: 'rejected', label: 'Rejected' },
        ]}
      />
      <DataTable
        label={`Reviews, ${status}, newest first`}
        list={list}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) =>
          void navigate({
            to: '/reviews',
            search: (before) => reviewsSearchWith(before, { open: id, peek: undefined }),
          })
        }
        onPeek={({ id }) => peek.open({ kind: 'review', id })}
        isOutside={(review) => review.status !== status}
        hrefOf={({ id }) => `/staff/reviews?open=${id}`}
        empty={
          status === 'pending'
            ? {
                title: 'Nothing waits for a decision',
                next: (
                  <>
                    What the agents are sure of is done without asking: see{' '}
                    <Link to="/tasks">the tasks</Link> and{' '}
                    <Link to="/deadlines">the deadlines</Link>.
                  </>
                ),
              }
            : {
                title: `Nothing was ${status} yet`,
                next: <Link to="/reviews">See what waits for a decision</Link>,
              }
        }
      />
    </>
  );
}

function WhyCell({ reasons }: Review): ReactNode {
  const { warnings, others } = partReasons(reasons);
  return (
    <span className="why-cell">
      {[...warnings, ...others].map(({ code, detail }, index) => (
        <span key={`${code} ${detail}`} className={index < warnings.length ? 'is-warning' : ''}>
          {detail}{' '}
        </span>
      ))}
    </span>
  );
}

function StateCell({ status, decided_by_name }: Review): ReactNode {
  if (status === 'pending') return <Badge tone="warning">waits</Badge>;
  return (
    <span className="mail-cell">
      <span>
        <Badge tone={status === 'approved' ? 'good' : 'neutral'}>{status}</Badge>
      </span>
      {decided_by_name !== null && <span className="mail-sender">{decided_by_name}</span>}
    </span>
  );
}
