import { sayDaySet } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { orderOfCall } from '../order/tool-inputs.ts';
import { sayOrder } from '../wording.ts';
import { readDays } from './availability.ts';
import { CARD } from './booking.ts';
import type { Part, Turn } from './flow.ts';
import { sayEstimate } from './say-estimate.ts';

/** Results another model fetched in this turn before it failed, put into words. */
export function sayFetched(turn: Turn, business: Business): Part[] {
  return turn.unusedResults().flatMap(({ tool, input, outcome }): Part[] => {
    if (!outcome.ok) return [];
    const { value } = outcome;
    switch (tool) {
      case 'check_zip_coverage': {
        const suggestion = typeof value.suggestion === 'string' ? ` ${value.suggestion}` : '';
        return typeof value.message === 'string' ? [{ text: `${value.message}${suggestion}` }] : [];
      }
      case 'get_pricing_estimate':
        return [
          {
            text: sayEstimate(
              turn,
              value,
              { ...turn.memory.order, ...orderOfCall(input) },
              business,
            ),
            offer: 'Shall I start a booking?',
          },
        ];
      case 'check_availability': {
        const free = readDays(value).filter(({ isBusy, isBlocked }) => !isBusy && !isBlocked);
        const named = free.map(({ date }) => date);
        return [
          named.length === 0
            ? { text: `None of these days is free. Please call ${business.profile.phone}.` }
            : {
                text: `Available: ${sayDaySet(named, turn.now.today)}.`,
                question: 'Which day would you like?',
              },
        ];
      }
      case 'build_booking_handoff': {
        const what = sayOrder(orderOfCall(input), business, turn.now);
        return [
          {
            text: `Your booking is prepared${what === '' ? '' : `: ${what}`}. ${CARD}`,
          },
        ];
      }
      default:
        return [];
    }
  });
}
