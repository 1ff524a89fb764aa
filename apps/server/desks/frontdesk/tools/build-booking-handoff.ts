import { defineTool, type Tool, ToolError } from '@deskbell/engine';
import {
  buildHandoff,
  MAX_SPECIAL_INSTRUCTIONS_CHARACTERS,
} from '../../../bookings/build-handoff.ts';
import type { Business } from '../../../bookings/business.ts';
import { choiceField, inputOf, textField, yesNoField } from '../../tool-fields.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import { codeField, countField, zipField } from './fields.ts';

/** Longer instructions are cut, not refused; this only bounds what is read at all. */
const MAX_READ_CHARACTERS = 10_000;

export function createBuildBookingHandoff({
  business,
  timezone,
}: {
  business: Business;
  timezone: string;
}): Tool<FrontDeskPrincipal> {
  const { airports, minimumBags } = business.blade_transfer;
  const codes = airports.map(({ code }) => code).join(' or ');
  const terminals = airports.map(({ code, terminals }) => `${code}: ${terminals.join(', ')}`);
  const states = business.booking.states.map(({ code }) => code).join(', ');

  const street = (role: string) =>
    textField().optional().describe(`Street and number of the ${role}, such as "12 Main Street".`);
  const city = (role: string) => textField().optional().describe(`City of the ${role}.`);
  const state = (role: string) =>
    textField().optional().describe(`State of the ${role}: one of ${states}.`);
  const zip = (role: string) => zipField().optional().describe(`ZIP code of the ${role}.`);

  return defineTool({
    name: 'build_booking_handoff',
    description:
      'Prepares the booking form with everything the customer has said and shows them a card with these details. It books nothing. Use it when the customer wants to book, and again with all details after any change. Give every field that is known and no field that is guessed; the form asks for the rest. If it refuses a value, ask the customer for another one.',
    label: 'Preparing your booking…',
    input: inputOf({
      service_type: choiceField([
        'mini_move',
        'standard_delivery',
        'blade_transfer',
        'specialty_item',
      ])
        .optional()
        .describe(
          'blade_transfer is the Airport Transfer. Specialty items are booked as standard_delivery with item_count 0, or the number of ordinary items beside them.',
        ),
      mini_move_tier: choiceField(['petite', 'standard', 'full'])
        .optional()
        .describe('The tier of a mini_move.'),
      item_count: countField()
        .optional()
        .describe(
          'How many ordinary items, for standard_delivery; 0 when there are only specialty items.',
        ),
      item_description: textField()
        .optional()
        .describe('What the items are; specialty items by name and number.'),
      bag_count: countField()
        .optional()
        .describe(`How many bags, for blade_transfer; ${minimumBags} at least.`),
      transfer_direction: choiceField(['to_airport', 'from_airport']).optional(),
      airport: textField().optional().describe(`${codes}.`),
      terminal: codeField()
        .optional()
        .describe(`A terminal of the airport. ${terminals.join('; ')}.`),
      flight_date: textField().optional().describe('Day of the flight, YYYY-MM-DD.'),
      flight_time: textField().optional().describe('Time of the flight, HH:MM on 24 hours.'),
      pickup_address_line_1: street('pickup'),
      pickup_city: city('pickup'),
      pickup_state: state('pickup'),
      pickup_zip: zip('pickup'),
      delivery_address_line_1: street('delivery'),
      delivery_city: city('delivery'),
      delivery_state: state('delivery'),
      delivery_zip: zip('delivery'),
      pickup_date: textField()
        .optional()
        .describe('Day of the pickup, YYYY-MM-DD; not today or earlier.'),
      include_packing: yesNoField().optional(),
      include_unpacking: yesNoField().optional(),
      coi_required: yesNoField()
        .optional()
        .describe('Whether a building asks for a Certificate of Insurance.'),
      special_instructions: textField(MAX_READ_CHARACTERS)
        .optional()
        .describe(
          `What the driver should know, ${MAX_SPECIAL_INSTRUCTIONS_CHARACTERS} characters at most. Never a price.`,
        ),
    }),
    run: (input, { clock }) => {
      const handoff = buildHandoff(business, input, { now: clock(), timezone });
      if (!handoff.ok) throw new ToolError(handoff.reason);
      return { content: { ...handoff.value } };
    },
  });
}
