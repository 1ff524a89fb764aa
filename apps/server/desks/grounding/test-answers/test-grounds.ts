import { localTime } from '@deskbell/clerk';
import { createBusiness } from '../../../bookings/business.ts';
import { readShippedCatalogue } from '../../../bookings/shipped-catalogue.ts';
import { createPlaceFacts } from '../../frontdesk/place-facts.ts';
import { createPriceFacts } from '../../frontdesk/price-facts.ts';
import { frontDeskPrompt, frontDeskVarying } from '../../frontdesk/prompt.ts';
import { createGrounds, type Grounds } from '../create-grounds.ts';

const timezone = 'America/New_York';
const moment = new Date('2026-12-01T15:00:00Z');
const business = createBusiness(readShippedCatalogue());

/** The front desk's prompt on Tuesday, December 1, 2026, for a customer who is signed in. */
export const TEST_PROMPT = {
  stable: frontDeskPrompt(business),
  varying: frontDeskVarying({
    principal: { kind: 'customer', customerId: '' },
    now: moment,
    timezone,
  }),
};
export const TEST_NOW = localTime(moment, timezone);
export const TEST_PLACES = createPlaceFacts(business);
const TEST_PRICES = createPriceFacts(business);

/** Grounds of a turn in which the customer asked `heard` and these tools answered. */
export function testGrounds({
  heard = [],
  results = [],
}: {
  heard?: readonly string[];
  results?: readonly { tool: string; input?: unknown; content: unknown }[];
}): Grounds {
  return createGrounds({
    texts: [TEST_PROMPT.stable, TEST_PROMPT.varying],
    places: TEST_PLACES,
    prices: TEST_PRICES,
    results: results.map(({ tool, input, content }) => ({
      tool,
      input,
      content: JSON.stringify(content),
      isError: false,
    })),
    heard,
    now: TEST_NOW,
  });
}
