import type { Deadline } from '@deskbell/protocol';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { Icon } from '../../ui/icon.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { sayDay } from '../../ui/time-words.ts';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { useToday } from '../tasks/use-today.ts';
import { addMonths, byDay, type Month, monthOf, partAtToday } from './calendar-grid.ts';
import { DeadlineLine } from './deadline-line.tsx';
import { MonthGrid } from './month-grid.tsx';
import { monthQuery } from './read-deadlines.ts';
import { type DeadlinesSearch, deadlinesSearchWith } from './search.ts';

const sayMonth = (month: Month): string =>
  new Date(`${month}-01T12:00:00Z`).toLocaleDateString('en-US', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** A month of deadlines: a table of weeks, on phones a list of days. */
export function DeadlineCalendar({ search }: { search: DeadlinesSearch }): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  const isPhone = useMedia(PHONE);
  const { business } = useMe();
  const month = search.month ?? monthOf(today);
  const [focusedDay, setFocusedDay] = useState<string>();
  const query = useQuery({ ...monthQuery(month), placeholderData: keepPreviousData });
  const deadlines = byDay(query.data?.deadlines ?? [], business.time_zone);
  const go = (change: { month?: Month | undefined; day?: string | undefined }): void =>
    void navigate({
      to: '/deadlines',
      search: (before) => deadlinesSearchWith(before, change),
      replace: true,
      resetScroll: false,
    });
  const showMonth = (next: Month): void =>
    go({ month: next === monthOf(today) ? undefined : next, day: undefined });
  const isOfMonth = query.data !== undefined && !query.isPlaceholderData;
  const days = [...deadlines].filter(([day]) => monthOf(day) === month);

  return (
    <section className="calendar" aria-label={`Deadlines in ${sayMonth(month)}`}>
      <div className="calendar-head">
        <h2 aria-live="polite">{sayMonth(month)}</h2>
        <div className="row">
          <button
            type="button"
            className="button button-icon calendar-before"
            aria-label="Month before"
            onClick={() => showMonth(addMonths(month, -1))}
          >
            <Icon name="next" />
          </button>
          <button type="button" className="button" onClick={() => showMonth(monthOf(today))}>
            Today
          </button>
          <button
            type="button"
            className="button button-icon calendar-after"
            aria-label="Next month"
            onClick={() => showMonth(addMonths(month, 1))}
          >
            <Icon name="next" />
          </button>
        </div>
      </div>
      {query.isError && (
        <ErrorState message={query.error.message} onRetry={() => void query.refetch()} />
      )}
      {isPhone ? (
        !isOfMonth && !query.isError ? (
          <Skeleton rows={8} />
        ) : (
          <Agenda days={days} month={month} today={today} />
        )
      ) : (
        <>
          <MonthGrid
            label={`Deadlines in ${sayMonth(month)}`}
            month={month}
            today={today}
            deadlines={deadlines}
            isLoading={!isOfMonth}
            openDay={search.day}
            focusedDay={focusedDay}
            onFocusDay={(day) => {
              setFocusedDay(day);
              if (monthOf(day) !== month) showMonth(monthOf(day));
            }}
            onOpenDay={(day) => {
              setFocusedDay(day);
              go({ day });
            }}
          />
          {isOfMonth && days.length === 0 && search.day === undefined && <NoDeadlines />}
          {search.day !== undefined && (
            <DayList key={search.day} day={search.day} onClose={() => go({ day: undefined })}>
              {(deadlines.get(search.day) ?? []).map((deadline) => (
                <DeadlineLine key={deadline.id} deadline={deadline} />
              ))}
            </DayList>
          )}
        </>
      )}
    </section>
  );
}

function NoDeadlines(): ReactNode {
  return (
    <EmptyState title="No deadlines in this month">
      <Link to="/deadlines">See what is coming</Link>
    </EmptyState>
  );
}

/** What is due on one day; it has the focus when it opens, and the calendar when it closes. */
function DayList(props: { day: string; onClose: () => void; children: ReactNode[] }): ReactNode {
  const { day, onClose, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const close = (): void => {
    document.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    onClose();
  };
  return (
    <section
      className="panel day-list"
      aria-label={`Deadlines of ${sayDay(day)}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <div className="panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {sayDay(day)}
        </h2>
        <button
          type="button"
          className="button button-quiet button-icon"
          aria-label="Close the day"
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
      {children.length === 0 ? (
        <p className="muted">Nothing is due on this day.</p>
      ) : (
        <ul className="deadline-lines">{children}</ul>
      )}
    </section>
  );
}

type DaysOfDeadlines = readonly (readonly [string, readonly Deadline[]])[];

/** The days of a month that have deadlines. What is past of this month is folded. */
function Agenda(props: { days: DaysOfDeadlines; month: Month; today: string }): ReactNode {
  const { days, today } = props;
  if (days.length === 0) return <NoDeadlines />;
  const { past, coming } = partAtToday(days, { month: props.month, today });
  return (
    <>
      {past.length > 0 && (
        <details className="agenda-past">
          <summary>
            Earlier this month: {past.length === 1 ? '1 day' : `${past.length} days`}
          </summary>
          <AgendaDays days={past} today={today} />
        </details>
      )}
      {coming.length === 0 && <p className="muted">Nothing more is due this month.</p>}
      <AgendaDays days={coming} today={today} />
    </>
  );
}

function AgendaDays({ days, today }: { days: DaysOfDeadlines; today: string }): ReactNode {
  return days.map(([day, deadlines]) => (
    <section key={day} className="panel agenda-day" aria-label={sayDay(day)}>
      <h3>
        {sayDay(day)}
        {day === today && <span className="muted">, today</span>}
      </h3>
      <ul className="deadline-lines">
        {deadlines.map((deadline) => (
          <DeadlineLine key={deadline.id} deadline={deadline} />
        ))}
      </ul>
    </section>
  ));
}
