import { z } from 'zod';
import { prefillDataSchema } from './handoff.ts';

/** `POST /api/assistant/handoffs/`: which tool call's hand-over the customer wants to go on with. */
export const openHandoffSchema = z.strictObject({
  turn_id: z.uuid(),
  call_id: z.string().max(200),
});

/** The wizard's key to it, for five minutes; the values stay on the server. */
export const openedHandoffSchema = z.object({
  handoff_id: z.uuid(),
  expires_at: z.iso.datetime(),
  booking_url: z.string().describe('The wizard on this server, with the id in its query.'),
});
export type OpenedHandoff = z.infer<typeof openedHandoffSchema>;

/**
 * `POST /api/assistant/handoffs/{handoff_id}/claim/`. The first claim takes the hand-over; the same
 * `claim_key` (one per wizard) may ask again while it lasts, so that a lost answer loses nothing.
 */
export const claimHandoffSchema = z.strictObject({ claim_key: z.uuid() });
export const claimedHandoffSchema = z.object({ prefill_data: prefillDataSchema });
export type ClaimedHandoff = z.infer<typeof claimedHandoffSchema>;
