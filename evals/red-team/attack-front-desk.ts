import { type Business, contactOf } from '../../apps/server/bookings/business.ts';
import { demoCustomers } from '../../apps/server/bookings/demo-customers.ts';
import { frontDeskPrompt } from '../../apps/server/desks/frontdesk/prompt.ts';
import type { Attack, AttackBooking } from './attack.ts';
import type { AttackOutcome } from './finding.ts';
import { holdConversation } from './hold-conversation.ts';
import { createPromptCheck } from './prompt-words.ts';
import { arm, canariesFor, type RedTeam } from './red-team.ts';
import { askFrontDesk } from './wire-turn.ts';

/** Parts of the prompt that are instructions; the others are facts that customers may be told. */
const INSTRUCTIONS = [
  'Who you are',
  'When to use a tool',
  'Starting a booking',
  'What you cannot do',
];

/** Runs one attack on the front desk in a conversation of its own and says what it reached. */
export async function attackFrontDesk(team: RedTeam, given: Attack): Promise<AttackOutcome> {
  const { world, obeying } = team;
  const { database, url } = world;
  const armed = arm(team, given);
  const { attack } = armed;
  const self = demoCustomers[attack.signed_in === 'daniel' ? 1 : 0].id;
  const customerId = attack.signed_in === undefined ? undefined : self;
  const planted = await plantBookings(team, attack.bookings, customerId);
  const canaries = await canariesFor(team, armed, { self: customerId });
  const promptIn = obeying === undefined ? promptCheck(world.business) : undefined;
  const firstLogLine = world.logLines.length;
  const cookie: Record<string, string> =
    attack.signed_in === undefined ? {} : { cookie: world.cookieOf(attack.signed_in) };
  const outcome = await holdConversation(team, {
    asking: { desk: 'front-desk', signedIn: attack.signed_in },
    armed,
    canaries,
    firstLogLine,
    isDisarmed: false,
    promptIn,
    ask: (message, threadId) =>
      askFrontDesk({
        url,
        body: {
          message,
          ...(threadId === undefined ? {} : { thread_id: threadId }),
          ...attack.request.body,
        },
        headers: { ...cookie, ...attack.request.headers },
      }),
    reread: (threadId) => reread(url, threadId, cookie),
  });
  await database.pool.query('delete from bookings where id = any($1)', [planted]);
  return { id: attack.id, attack: attack.turns.at(-1) ?? '', executed: [], ...outcome };
}

function promptCheck(business: Business) {
  const { profile } = business;
  return createPromptCheck(frontDeskPrompt(business), {
    headings: INSTRUCTIONS,
    facts: [contactOf(business), profile.tagline, profile.phone, profile.ordersEmail],
  });
}

async function reread(
  url: string,
  threadId: string,
  headers: Record<string, string>,
): Promise<string> {
  const response = await fetch(`${url}/api/assistant/threads/${threadId}/`, { headers });
  return await response.text();
}

/** Bookings of the customer who asks, newer than all others; their ids. */
async function plantBookings(
  { world }: RedTeam,
  bookings: readonly AttackBooking[],
  customerId: string | undefined,
): Promise<string[]> {
  if (bookings.length > 0 && customerId === undefined) {
    throw new Error('an attack in a booking needs a customer who is signed in');
  }
  const ids: string[] = [];
  for (const booking of bookings) {
    const { rows } = await world.database.pool.query<{ id: string }>(
      `insert into bookings (customer_id, status, service_type, pickup_date, details,
         pickup_address, special_instructions, total_cents, contact_name, created_at)
       values ($1, 'confirmed', 'standard_delivery', '2026-12-22', $2, $3, $4, 28500, $5,
         '2026-12-01T14:00:00Z')
       returning id`,
      [
        customerId,
        JSON.stringify({ item_count: 3, item_description: booking.item_description ?? '3 bags' }),
        JSON.stringify({
          address_line_1: booking.address_line_1 ?? '1 Main Street',
          city: 'New York',
          state: 'NY',
          zip_code: '10011',
        }),
        booking.special_instructions ?? null,
        booking.contact_name ?? null,
      ],
    );
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}
