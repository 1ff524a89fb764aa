import type { ReactNode } from 'react';
import { useMe } from '../api/me.ts';
import { dayAndTime, sayWhen } from './time-words.ts';

/** A moment as people say it, in the time zone of the business; its title is exact. */
export function When({ at }: { at: string }): ReactNode {
  const { business } = useMe();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={dayAndTime(moment, business.time_zone)}>
      {sayWhen(moment, { now: new Date(), timeZone: business.time_zone })}
    </time>
  );
}
