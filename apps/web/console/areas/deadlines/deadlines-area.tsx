import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { overviewQuery } from '../../api/overview.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { FilterBar, SelectFilter } from '../../ui/filter-bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';
import { DeadlineCalendar } from './deadline-calendar.tsx';
import { deadlineStatuses, deadlineStatusNames } from './deadline-edits.ts';
import { DeadlineList } from './deadline-list.tsx';
import { deadlinesSearchWith, readDeadlinesSearch } from './search.ts';
import { SubscribeDialog } from './subscribe-dialog.tsx';
import '../tasks/tasks.css';
import './deadlines.css';

/** What is due, as a list or as a calendar. */
export function DeadlinesArea(): ReactNode {
  const navigate = useNavigate();
  const search = readDeadlinesSearch({ ...useSearch({ from: '/deadlines' }) });
  const { view, show, status } = search;
  const [isSubscribing, setSubscribing] = useState(false);
  const overdue = useQuery(overviewQuery).data?.attention.counts.overdue_deadlines;
  return (
    <>
      <AreaHead title="Deadlines">
        <nav className="segments-nav" aria-label="View">
          <Link
            to="/deadlines"
            search={(before) =>
              deadlinesSearchWith(before, { view: undefined, month: undefined, day: undefined })
            }
            activeOptions={{ exact: true }}
          >
            List
          </Link>
          <Link
            to="/deadlines"
            search={(before) =>
              deadlinesSearchWith(before, { view: 'calendar', show: undefined, status: undefined })
            }
            activeOptions={{ exact: true }}
          >
            Calendar
          </Link>
        </nav>
        <button type="button" className="button" onClick={() => setSubscribing(true)}>
          <Icon name="deadline" />
          Subscribe
        </button>
      </AreaHead>
      {view === 'calendar' ? (
        <DeadlineCalendar search={search} />
      ) : (
        <>
          <LinkTabs
            label="Deadlines"
            name="show"
            current={show}
            tabs={[
              { value: undefined, label: 'Coming' },
              { value: 'overdue', label: 'Overdue', count: overdue },
              { value: 'all', label: 'All' },
            ]}
          />
          {show === 'all' && (
            <FilterBar>
              <SelectFilter
                label="Status"
                value={status}
                options={deadlineStatuses.map((value) => ({
                  value,
                  label: deadlineStatusNames[value],
                }))}
                onChange={(value) =>
                  void navigate({
                    to: '/deadlines',
                    search: (before) => deadlinesSearchWith(before, { status: value }),
                    replace: true,
                  })
                }
              />
            </FilterBar>
          )}
          <DeadlineList
            filters={{
              ...(show !== undefined && { show }),
              ...(show === 'all' && status !== undefined && { status }),
            }}
          />
        </>
      )}
      <SubscribeDialog isOpen={isSubscribing} onClose={() => setSubscribing(false)} />
    </>
  );
}
