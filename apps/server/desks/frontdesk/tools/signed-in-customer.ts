import { ToolError } from '@deskbell/engine';
import type { FrontDeskPrincipal } from '../principal.ts';

/** The customer whose turn it is. A visitor is not even offered these tools; if one is run, it fails. */
export function signedInCustomer(principal: FrontDeskPrincipal): string {
  if (principal.kind !== 'customer') {
    throw new ToolError('Bookings can be looked up only after signing in.');
  }
  return principal.customerId;
}
