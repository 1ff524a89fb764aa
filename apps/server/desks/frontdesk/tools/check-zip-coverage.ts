import { defineTool, type Tool } from '@deskbell/engine';
import { z } from 'zod';
import type { Business } from '../../../bookings/business.ts';
import { checkCoverage } from '../../../bookings/check-coverage.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import { zipField } from './fields.ts';

export function createCheckZipCoverage(business: Business): Tool<FrontDeskPrincipal> {
  return defineTool({
    name: 'check_zip_coverage',
    description:
      'Tells whether addresses with a ZIP code are served, and whether a surcharge applies there. Use it whenever the customer names a ZIP code or asks whether a place is covered and its ZIP code is known. It covers one ZIP code; call it once for each.',
    label: 'Checking service area…',
    // Empty text is an answerable question here (not serviceable), so nothing is dropped.
    input: z.strictObject({
      zip_code: zipField().describe('The ZIP code as text, such as "10001" or "10001-1234".'),
    }),
    run: ({ zip_code }) => ({ content: { ...checkCoverage(business, zip_code) } }),
  });
}
