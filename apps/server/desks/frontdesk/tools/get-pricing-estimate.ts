import { defineTool, type Tool, ToolError } from '@deskbell/engine';
import type { Business } from '../../../bookings/business.ts';
import { toDollars } from '../../../bookings/dollars.ts';
import { estimatePrice } from '../../../bookings/estimate-price.ts';
import { choiceField, inputOf, textField, yesNoField } from '../../tool-fields.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import { countField, zipField } from './fields.ts';

export function createGetPricingEstimate({
  business,
  timezone,
}: {
  business: Business;
  timezone: string;
}): Tool<FrontDeskPrincipal> {
  const items = business.specialty_item.items.map(({ name }) => name).join(', ');
  return defineTool({
    name: 'get_pricing_estimate',
    description:
      'Computes the price of one service in dollars, line by line. Use it for every price you tell for a concrete request, instead of adding up yourself. Leave out what the customer has not said, except what the service needs: mini_move_tier for mini_move, item_count for standard_delivery, bag_count for blade_transfer. Give pickup_date as soon as it is known, so that weekend and peak surcharges are included.',
    label: 'Calculating estimate…',
    input: inputOf({
      service_type: choiceField([
        'mini_move',
        'standard_delivery',
        'specialty_item',
        'blade_transfer',
      ]).describe(
        'blade_transfer is the Airport Transfer. For specialty items alone use specialty_item; together with ordinary items use standard_delivery.',
      ),
      pickup_zip: zipField()
        .optional()
        .describe('ZIP code of the pickup address. Leave out an airport.'),
      delivery_zip: zipField()
        .optional()
        .describe('ZIP code of the delivery address. Leave out an airport.'),
      mini_move_tier: choiceField(['petite', 'standard', 'full'])
        .optional()
        .describe('The tier of a mini_move.'),
      item_count: countField()
        .optional()
        .describe(
          'For standard_delivery: how many ordinary items, 0 when there are only specialty items. For specialty_item: how many of the item.',
        ),
      item_description: textField()
        .optional()
        .describe(`What the items are, in the customer's words. Specialty items are: ${items}.`),
      bag_count: countField()
        .optional()
        .describe(
          `How many bags, for blade_transfer; ${business.blade_transfer.minimumBags} at least.`,
        ),
      include_packing: yesNoField().optional().describe('Packing by us, with mini_move only.'),
      include_unpacking: yesNoField().optional().describe('Unpacking by us, with mini_move only.'),
      coi_required: yesNoField()
        .optional()
        .describe('Whether a building asks for a Certificate of Insurance.'),
      is_same_day: yesNoField()
        .optional()
        .describe('Delivery on the same day, for standard_delivery and specialty_item.'),
      pickup_date: textField().optional().describe('The pickup date, YYYY-MM-DD.'),
    }),
    run: (input, { clock }) => {
      const estimate = estimatePrice(
        business,
        {
          serviceType: input.service_type,
          pickupZip: input.pickup_zip,
          deliveryZip: input.delivery_zip,
          miniMoveTier: input.mini_move_tier,
          itemCount: input.item_count,
          itemDescription: input.item_description,
          bagCount: input.bag_count,
          includePacking: input.include_packing,
          includeUnpacking: input.include_unpacking,
          coiRequired: input.coi_required,
          isSameDay: input.is_same_day,
          pickupDate: input.pickup_date,
        },
        { now: clock(), timezone },
      );
      if (!estimate.ok) throw new ToolError(estimate.reason);
      const { serviceType, lines, totalCents, disclaimer, note } = estimate.value;
      return {
        content: {
          service_type: serviceType,
          line_items: lines.map(({ label, amountCents }) => ({
            label,
            amount: toDollars(amountCents),
          })),
          estimated_total: totalCents === null ? null : toDollars(totalCents),
          disclaimer,
          ...(note === undefined ? {} : { note }),
        },
      };
    },
  });
}
