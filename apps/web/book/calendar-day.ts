import type { AvailableDay } from '@deskbell/protocol';
import { dateInWords, dollars } from './in-words.ts';

export const BUSY_SENTENCE = 'busy: we may call you to confirm the time';

export interface DayLook {
  /** Why it cannot be chosen; undefined when it can. */
  blockedReason: string | undefined;
  isBusy: boolean;
  surchargeCents: number;
  /** Everything about it, for those who do not see the calendar. */
  label: string;
}

/** How a day looks to somebody who books this service; `day` is undefined while it is not known. */
export const lookOfDay = (options: {
  date: string;
  today: string;
  day: AvailableDay | undefined;
  serviceType: string | undefined;
  /** Why the order cannot have this day, whatever the business has to say of it. */
  conflict?: string | undefined;
}): DayLook => {
  const { date, today, day, serviceType, conflict } = options;
  const name = dateInWords(date);
  const surcharge = day?.surcharges.find(({ service_type }) => service_type === serviceType);
  const blockedReason =
    date < today
      ? `${name} is in the past.`
      : day?.blocked === true
        ? (day.blocked_reason ?? `${name} cannot be booked online.`)
        : conflict;
  const isBusy = blockedReason === undefined && day?.availability === 'busy';
  const parts = [
    name,
    ...(isBusy ? [BUSY_SENTENCE] : []),
    ...(blockedReason === undefined && surcharge !== undefined
      ? [`${dollars(surcharge.amount_cents)} more`]
      : []),
    ...(blockedReason === undefined ? [] : [`not available: ${blockedReason}`]),
  ];
  return {
    blockedReason,
    isBusy,
    surchargeCents: blockedReason === undefined ? (surcharge?.amount_cents ?? 0) : 0,
    label: parts.join(', '),
  };
};
