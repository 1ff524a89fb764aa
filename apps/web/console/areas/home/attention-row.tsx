import type { AttentionItem } from '@deskbell/protocol';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../api/me.ts';
import { RecordLink } from '../../peek/record-link.tsx';
import { readReference } from '../../peek/record-reference.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { dayAndTime, dayOf, sayDay, timeOfDay } from '../../ui/time-words.ts';
import { sayDueDay } from './say-due-day.ts';

const kinds: Readonly<Record<AttentionItem['kind'], { icon: IconName; words: string }>> = {
  failed_execution: { icon: 'warning', words: 'Failed' },
  review: { icon: 'review', words: 'Review' },
  task: { icon: 'task', words: 'Task' },
  deadline: { icon: 'deadline', words: 'Deadline' },
};

/** One thing that needs a person; wherever it is pressed, its record opens in the drawer. */
export function AttentionRow({ item, today }: { item: AttentionItem; today: string }): ReactNode {
  const { icon, words } = kinds[item.kind];
  const record = readReference(item.link);
  const isOpen = useSearch({ strict: false, select: ({ peek }) => peek === item.link });
  return (
    <li className={`attention-row attention-${item.pressure}`} data-open={isOpen || undefined}>
      <span className="attention-icon">
        <Icon name={icon} />
      </span>
      <div className="attention-words">
        <p className="attention-title" dir="auto">
          {record === undefined ? item.title : <RecordLink to={record}>{item.title}</RecordLink>}
        </p>
        <p className="attention-why">
          {item.why} <span className="muted">{item.sender}</span>
        </p>
      </div>
      <p className="attention-when">
        <strong>{words}</strong>
        {item.since !== null && <Since at={item.since} today={today} />}
        {item.since === null && item.due !== null && (
          <time dateTime={item.due}>{sayDueDay(item.due, today)}</time>
        )}
      </p>
    </li>
  );
}

function Since({ at, today }: { at: string; today: string }): ReactNode {
  const { time_zone: timeZone } = useMe().business;
  const moment = new Date(at);
  const day = dayOf(moment, timeZone);
  return (
    <time dateTime={at} title={dayAndTime(moment, timeZone)}>
      since {day === today ? timeOfDay(moment, timeZone) : sayDay(day)}
    </time>
  );
}
