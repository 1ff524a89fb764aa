import type { BookingApi } from './api.ts';
import type { Draft } from './draft.ts';
import type { FieldError } from './fields.ts';

/**
 * What the server says against a transfer's flight on its day: a price does not depend on it, so
 * an estimate does not tell. Empty when it says nothing, or cannot be asked.
 */
export const checkFlightDate = async (
  api: Pick<BookingApi, 'availability'>,
  { order }: Draft,
): Promise<FieldError[]> => {
  const { service_type, blade_flight_date: start } = order;
  if (service_type !== 'blade_transfer' || start === undefined) return [];
  const answer = await api.availability({ start, days: 1 });
  const field = 'blade_flight_date';
  if (answer.kind === 'ok') {
    const reason = answer.value.days[0]?.blocked_reason ?? null;
    return reason === null ? [] : [{ field, message: reason }];
  }
  // The question's own field is the first word of the refusal of a day that is over.
  return answer.kind === 'refused' && answer.status === 400
    ? [{ field, message: answer.message.replace(/^start /i, 'The flight on ') }]
    : [];
};
