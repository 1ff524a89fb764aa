import { createClerk } from '@deskbell/clerk';
import {
  DEFAULT_TURN_LIMITS,
  defineTool,
  type Message,
  type Model,
  runTurn,
  type Tool,
  ToolError,
} from '@deskbell/engine';
import { collectTurn } from '@deskbell/testing/collect-turn.ts';
import { z } from 'zod';
import { createBusiness } from '../../../../bookings/business.ts';
import {
  checkAvailability,
  readAvailabilityRange,
} from '../../../../bookings/check-availability.ts';
import { readShippedCatalogue } from '../../../../bookings/shipped-catalogue.ts';
import { latestTurns } from '../../../turns-in-messages.ts';
import { HISTORY_TURNS } from '../../desk.ts';
import type { FrontDeskPrincipal } from '../../principal.ts';
import { createBuildBookingHandoff } from '../../tools/build-booking-handoff.ts';
import { createCheckZipCoverage } from '../../tools/check-zip-coverage.ts';
import { createGetPricingEstimate } from '../../tools/get-pricing-estimate.ts';
import { createFrontDeskPlaybook } from '../create-front-desk-playbook.ts';

// Conversations with the clerk through the real turn loop. The tools that need no database are
// the desk's own; the other three answer from the fixed data below in the same shapes.

export const timezone = 'America/New_York';
/** Sunday, November 22, 2026, 10:00 in New York. */
export const SUNDAY_MORNING = new Date('2026-11-22T15:00:00Z');
const BUSY_DAY = '2026-12-12';

export const business = createBusiness(readShippedCatalogue());

const BOOKINGS = [
  {
    booking_number: 'TT-000042',
    service: 'Mini Move',
    status: 'confirmed',
    pickup_date: '2026-12-04',
    total: 1950,
  },
  {
    booking_number: 'TT-000017',
    service: 'Standard Delivery',
    status: 'completed',
    pickup_date: '2026-09-03',
    total: 285,
  },
];

const availabilityTool = defineTool({
  name: 'check_availability',
  description: 'Availability from a fixed calendar.',
  label: 'Checking availability…',
  input: z.strictObject({ start_date: z.string(), num_days: z.int().min(0).max(30).optional() }),
  run: ({ start_date, num_days = 14 }, { clock }) => {
    const time = { now: clock(), timezone };
    const range = readAvailabilityRange({ startDate: start_date, days: num_days }, time);
    if (!range.ok) throw new ToolError(range.reason);
    const busyDays = new Set([BUSY_DAY]);
    return {
      content: { dates: checkAvailability(business, { range: range.value, busyDays }, time) },
    };
  },
});
const lookup = (name: string, content: Record<string, unknown>) =>
  defineTool({
    name,
    description: name,
    label: name,
    input: z.strictObject({}),
    run: () => ({ content }),
  });

const VISITOR_TOOLS: readonly Tool<FrontDeskPrincipal>[] = [
  createCheckZipCoverage(business),
  createGetPricingEstimate({ business, timezone }),
  availabilityTool,
  createBuildBookingHandoff({ business, timezone }),
];
const customerTools = (bookings: readonly unknown[]): readonly Tool<FrontDeskPrincipal>[] => [
  ...VISITOR_TOOLS,
  lookup('lookup_booking_status', { bookings }),
  lookup('lookup_booking_history', {
    total_bookings: 7,
    completed: 5,
    upcoming: 1,
    total_spent: 6240.5,
  }),
];

export interface Call {
  tool: string;
  input: Record<string, unknown>;
  isError: boolean;
  result: Record<string, unknown>;
}

/** What one turn of a conversation came to. */
export interface Answer {
  text: string;
  calls: Call[];
  modelCalls: number;
  reason: string;
}

export interface Conversation {
  messages: Message[];
  say(text: string): Promise<Answer>;
}

export const faults: unknown[] = [];

export function createFrontDeskClerk(now: Date = SUNDAY_MORNING): Model {
  return createClerk({
    playbook: createFrontDeskPlaybook({ business }),
    clock: () => now,
    timezone,
    onFault: (cause) => faults.push(cause),
  });
}

const clerk = createFrontDeskClerk();

/** `bookings` are the signed-in customer's, in the shape of the lookup tool. */
export function startConversation(
  options: {
    now?: Date;
    signedIn?: boolean;
    messages?: Message[];
    bookings?: readonly unknown[];
  } = {},
): Conversation {
  const now = options.now ?? SUNDAY_MORNING;
  const model = now === SUNDAY_MORNING ? clerk : createFrontDeskClerk(now);
  const messages: Message[] = [...(options.messages ?? [])];
  return {
    messages,
    async say(text) {
      messages.push({ role: 'user', text });
      const turn = runTurn({
        models: [model],
        system: { stable: '', varying: '' },
        tools: options.signedIn ? customerTools(options.bookings ?? BOOKINGS) : VISITOR_TOOLS,
        history: [...latestTurns(messages, HISTORY_TURNS)],
        principal: { kind: 'visitor' } as FrontDeskPrincipal,
        signal: new AbortController().signal,
        clock: () => now,
        limits: DEFAULT_TURN_LIMITS,
        wording: { refused: 'refused', cutOff: 'cut off', noAnswer: 'no answer' },
      });
      const { calls, ...answer } = await collectTurn(turn, messages);
      return {
        ...answer,
        calls: calls.map((call) => ({ ...call, result: JSON.parse(call.result || '{}') })),
      };
    },
  };
}
