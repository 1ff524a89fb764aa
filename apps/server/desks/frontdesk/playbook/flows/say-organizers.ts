import { sayCount, sayList } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import type { MiniMoveTier } from '../../../../bookings/catalogue.ts';
import type { Order } from '../order/order.ts';
import { cents } from '../wording.ts';

const ORGANIZERS =
  /\b(?:how many|how long|number of|what|which|who|do|are|is)\b[^.?!]*\b(?:organizers?|organisers?|packers|packing (?:team|crew|people|supplies|materials?)|supplies|people (?:come|help|(?:un)?pack|for|do)|hours)\b|\bhow long (?:does|do|will|is|would) (?:the )?(?:un)?pack|\bwho (?:does|do|will|is) (?:doing )?(?:the )?(?:un)?(?:pack|organi[sz])/;
const ABOUT_PACKING = /\b(?:un)?pack\w*|\borgani[sz]\w+|\bsupplies\b/;

/** Whether a normalised request asks who packs, for how long or with what. */
export const asksOfOrganizers = (text: string): boolean =>
  ORGANIZERS.test(text) && ABOUT_PACKING.test(text) && !/\b(?:supplier|pick-?up)\b/.test(text);

/** Who comes to pack or unpack, for how long, with what, and at which price before tax. */
export function sayOrganizers(text: string, { tier }: Order, business: Business): string {
  const isUnpacking = /\bunpack/.test(text);
  const kinds =
    isUnpacking && /\b(?<!un)pack/.test(text.replace(/unpack\w*/g, ''))
      ? (['packing', 'unpacking'] as const)
      : ([isUnpacking ? 'unpacking' : 'packing'] as const);
  const tiers = business.mini_move.tiers.filter(
    (entry) => tier === undefined || entry.tier === tier,
  );
  return kinds
    .map((kind) => `For ${kind}, ${sayList(tiers.map((entry) => sayTeam(entry, kind)))}.`)
    .join(' ');
}

function sayTeam({ name, organizing }: MiniMoveTier, kind: 'packing' | 'unpacking'): string {
  const { organizers, hours, suppliesAllowanceCents, priceCents } = organizing[kind];
  const supplies =
    suppliesAllowanceCents > 0 ? `, with supplies up to ${cents(suppliesAllowanceCents)}` : '';
  return `the ${name} has ${sayCount(organizers, 'organizer')} for ${sayCount(hours, 'hour')}${supplies}, at ${cents(priceCents)} plus tax`;
}
