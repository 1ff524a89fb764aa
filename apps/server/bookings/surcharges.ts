import { addDays, type CalendarDate, calendarDate, weekdayOf } from '../platform/calendar-date.ts';
import type { ServiceType } from './booking.ts';
import type { SurchargeDay, SurchargeRule, Weekday } from './catalogue.ts';

const WEEKDAYS: Record<Weekday, number> = {
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
};

/** The one surcharge of a service on a day. A peak day's replaces the weekend's, never both. */
export function surchargeOf(
  rules: readonly SurchargeRule[],
  { serviceType, date }: { serviceType: ServiceType; date: CalendarDate },
): SurchargeRule | undefined {
  const applying = rules.filter(
    (rule) => rule.serviceType === serviceType && appliesOn(rule, date),
  );
  return applying.find(({ kind }) => kind === 'peak') ?? applying[0];
}

/** The surcharges of all services on a day, one per service at most, in the rules' order. */
export function surchargesOn(rules: readonly SurchargeRule[], date: CalendarDate): SurchargeRule[] {
  const serviceTypes = [...new Set(rules.map(({ serviceType }) => serviceType))];
  return serviceTypes.flatMap((serviceType) => surchargeOf(rules, { serviceType, date }) ?? []);
}

export function appliesOn(rule: SurchargeRule, date: CalendarDate): boolean {
  return rule.days.some((day) => matches(day, date));
}

function matches(day: SurchargeDay, date: CalendarDate): boolean {
  const monthAndDay = date.slice(5);
  if ('on' in day) return monthAndDay === day.on;
  if ('from' in day) {
    return day.from <= day.to
      ? day.from <= monthAndDay && monthAndDay <= day.to
      : day.from <= monthAndDay || monthAndDay <= day.to; // a range across New Year
  }
  if (weekdayOf(date) !== WEEKDAYS[day.weekday]) return false;
  return 'month' in day ? date === weekdayOfMonth(day, Number(date.slice(0, 4))) : true;
}

function weekdayOfMonth(
  { weekday, occurrence, month }: Extract<SurchargeDay, { month: number }>,
  year: number,
): CalendarDate {
  const wanted = WEEKDAYS[weekday];
  if (occurrence === 'first') {
    const first = calendarDate(year, month, 1);
    return addDays(first, (wanted - weekdayOf(first) + 7) % 7);
  }
  const last = addDays(calendarDate(year, month + 1, 1), -1);
  return addDays(last, -((weekdayOf(last) - wanted + 7) % 7));
}
