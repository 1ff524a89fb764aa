import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BookingApi } from './api.ts';
import { lookOfDay } from './calendar-day.ts';
import { addDays, addMonths, dayAfterKey, monthOf, weeksOf } from './calendar-month.ts';
import { dollars, monthInWords } from './in-words.ts';
import { createMonthDays } from './month-days.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface CalendarProps {
  api: Pick<BookingApi, 'availability'>;
  /** The chosen day, or ''. */
  value: string;
  /** A day to open at when none is chosen, or ''. */
  openAt: string;
  serviceType: string | undefined;
  phone: string;
  /** How many days from today on can be booked at all: the calendar ends with them. */
  daysAhead: number;
  /** Why the order cannot have a day, as a sentence. */
  conflictOn: (date: string) => string | undefined;
  onChoose: (date: string) => void;
}

/** A month to choose a day from, with the keys of a grid. */
export const Calendar = (props: CalendarProps) => {
  const { api, value, openAt, serviceType, phone, daysAhead, conflictOn, onChoose } = props;
  const [reason, setReason] = useState<string>();
  const [, redraw] = useState(0);
  const days = useMemo(
    () => createMonthDays({ api, onChange: () => redraw((count) => count + 1) }),
    [api],
  );
  useEffect(() => () => days.close(), [days]);
  // Until the server has said which day it is: the day in London, never far off.
  const today = days.today() ?? new Date().toISOString().slice(0, 10);
  const start = value || openAt || today;
  const [wanted, setFocused] = useState(start);
  const last = addDays(today, daysAhead);
  const focused = wanted < today ? today : wanted > last ? last : wanted;
  // A day written into the field beside the calendar is shown here as well.
  useLayoutEffect(() => {
    if (value !== '') setFocused(value);
  }, [value]);

  const grid = useRef<HTMLTableElement>(null);
  const mustFocus = useRef(false);
  useLayoutEffect(() => {
    if (!mustFocus.current) return;
    mustFocus.current = false;
    grid.current?.querySelector<HTMLButtonElement>(`[data-date="${focused}"]`)?.focus();
  }, [focused]);

  const month = monthOf(focused);
  const known = days.stateOf(month);
  const turnTo = (next: string) => {
    setReason(undefined);
    setFocused(next);
  };
  const choose = (date: string, blockedReason: string | undefined) => {
    setFocused(date);
    setReason(blockedReason);
    if (blockedReason === undefined) onChoose(date);
  };
  const move = (event: KeyboardEvent) => {
    const next = dayAfterKey(focused, event);
    if (next === undefined) return;
    event.preventDefault();
    mustFocus.current = true;
    turnTo(next);
  };

  return (
    <div class="calendar">
      <div class="calendar-head">
        <button
          type="button"
          class="icon-button calendar-turn"
          aria-label="Previous month"
          aria-disabled={month <= monthOf(today) ? 'true' : undefined}
          onClick={() => month > monthOf(today) && turnTo(`${addMonths(month, -1)}-01`)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M15 5l-7 7 7 7" />
          </svg>
        </button>
        <h2 id="calendar-month" aria-live="polite">
          {monthInWords(month)}
        </h2>
        <button
          type="button"
          class="icon-button calendar-turn"
          aria-label="Next month"
          aria-disabled={month >= monthOf(last) ? 'true' : undefined}
          onClick={() => month < monthOf(last) && turnTo(`${addMonths(month, 1)}-01`)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M9 5l7 7-7 7" />
          </svg>
        </button>
      </div>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: so ARIA makes a table a grid.
        role="grid"
        aria-labelledby="calendar-month"
        aria-busy={known === 'loading' ? 'true' : undefined}
        class={known === 'loading' ? 'is-loading' : undefined}
        onKeyDown={move}
      >
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col" abbr={name}>
                {name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its row, whichever month is shown.
            <tr key={row}>
              {week.map((date, weekday) => {
                // biome-ignore lint/suspicious/noArrayIndexKey: a day that is none has its weekday only.
                if (date === null) return <td key={weekday} />;
                const day = days.dayOf(date);
                const conflict = conflictOn(date);
                const look = lookOfDay({ date, today, day, serviceType, conflict });
                const isBlocked = look.blockedReason !== undefined;
                return (
                  // biome-ignore lint/a11y: the cell of a grid; its button takes the focus.
                  <td key={date} role="gridcell" aria-selected={date === value ? 'true' : 'false'}>
                    <button
                      type="button"
                      data-date={date}
                      tabIndex={date === focused ? 0 : -1}
                      class={look.isBusy ? 'is-busy' : undefined}
                      aria-disabled={isBlocked ? 'true' : undefined}
                      aria-current={date === today ? 'date' : undefined}
                      onClick={() => choose(date, look.blockedReason)}
                    >
                      <span aria-hidden="true">{Number(date.slice(8))}</span>
                      <small aria-hidden="true">
                        {look.surchargeCents > 0 && `+${dollars(look.surchargeCents)}`}
                      </small>
                      <span class="visually-hidden">{look.label}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="calendar-legend">
        <span class="calendar-busy-mark">Busy: we may call you to confirm the time</span>
        <span>+$ weekend or peak date</span>
      </p>
      <p class="calendar-reason" role="status">
        {reason}
      </p>
      {known === 'failed' && (
        <p class="notice is-problem">
          We could not look up the days of this month. Write the date below, call{' '}
          <span class="phone">{phone}</span>, or{' '}
          <button type="button" class="button-link" onClick={() => days.retry(month)}>
            try again
          </button>
          .
        </p>
      )}
    </div>
  );
};
