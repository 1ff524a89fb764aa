import type { Deadline } from '@deskbell/protocol';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useMe } from '../../api/me.ts';
import { timeOfDay } from '../../ui/time-words.ts';
import { dayForKey, type Month, monthOf, tabStopOf, weeksOf } from './calendar-grid.ts';
import { isOverdue, sayCalendarDay } from './deadline-words.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MOST_IN_A_DAY = 3;

/** A month as a table of weeks. Arrow keys go from day to day, PageUp and PageDown by months. */
export function MonthGrid(props: {
  label: string;
  month: Month;
  today: string;
  deadlines: ReadonlyMap<string, readonly Deadline[]>;
  isLoading: boolean;
  /** The day whose list is open. */
  openDay: string | undefined;
  /** The day that the keys have led to. */
  focusedDay: string | undefined;
  onFocusDay: (day: string) => void;
  onOpenDay: (day: string) => void;
}): ReactNode {
  const { month, today, deadlines, openDay, focusedDay, onFocusDay, onOpenDay } = props;
  const hintId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const hasMoved = useRef(false);
  const now = new Date();
  const tabStop = tabStopOf(month, { chosen: focusedDay ?? openDay, today });

  // The day may be of another month: it is there only now.
  useEffect(() => {
    if (!hasMoved.current) return;
    hasMoved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${tabStop}"]`)?.focus();
  }, [tabStop]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const day = (event.target as HTMLElement).dataset.day;
    const next = day === undefined ? undefined : dayForKey(day, event);
    if (next === undefined) return;
    event.preventDefault();
    hasMoved.current = true;
    onFocusDay(next);
  }

  return (
    <>
      <p id={hintId} className="visually-hidden">
        Arrow keys go from day to day, Page Up and Page Down by months, Enter opens a day's list.
      </p>
      <table
        ref={grid}
        className="month-grid"
        aria-label={props.label}
        aria-describedby={hintId}
        aria-busy={props.isLoading}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const ofDay = deadlines.get(day) ?? [];
                return (
                  <td key={day} className={monthOf(day) === month ? undefined : 'is-outside'}>
                    <button
                      type="button"
                      className="month-day"
                      data-day={day}
                      tabIndex={day === tabStop ? 0 : -1}
                      aria-current={day === today ? 'date' : undefined}
                      aria-expanded={day === openDay}
                      onClick={() => onOpenDay(day)}
                    >
                      <span className="visually-hidden">{sayCalendarDay(day, ofDay, now)}</span>
                      <span className="month-number" aria-hidden="true">
                        {Number(day.slice(8))}
                      </span>
                      {ofDay.slice(0, MOST_IN_A_DAY).map((deadline) => (
                        <DayEntry key={deadline.id} deadline={deadline} now={now} />
                      ))}
                      {ofDay.length > MOST_IN_A_DAY && (
                        <span className="month-more" aria-hidden="true">
                          {ofDay.length - MOST_IN_A_DAY} more
                        </span>
                      )}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function DayEntry({ deadline, now }: { deadline: Deadline; now: Date }): ReactNode {
  const { business } = useMe();
  const state = isOverdue(deadline, now) ? 'overdue' : deadline.status;
  return (
    <span className={`month-entry is-${state}`} aria-hidden="true">
      {deadline.time !== null && (
        <span className="month-time">
          {timeOfDay(new Date(deadline.due_at), business.time_zone)}{' '}
        </span>
      )}
      <bdi>{deadline.title}</bdi>
    </span>
  );
}
