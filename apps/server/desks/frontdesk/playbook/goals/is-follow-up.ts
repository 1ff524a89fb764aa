import type { Order } from '../order/order.ts';

const GOODS = ['count', 'pieces', 'specialty', 'tier', 'packing', 'unpacking', 'coi'] as const;

const BEGINS =
  /^(?:(?:and|or|but|so|then|ok(?:ay)?|hm+|oh|no|well|really|fine|good),? )*(?:with|without|what if|what about|how about|what would|if|for|even|as|plus|minus|only|just|no|the|an?|another|my|our|both|neither|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b/;
const MOST_WORDS = 9;

/** Whether what is to be carried, or done with it, is another than before. */
export const changesGoods = (changed: ReadonlySet<keyof Order>): boolean =>
  GOODS.some((key) => changed.has(key));

/** "And for six?", "what if I send 3?": a short question that changes what was priced. */
export const isFollowUp = (text: string, changed: ReadonlySet<keyof Order>): boolean =>
  changesGoods(changed) &&
  text
    .split(/(?<=[.?!;]) /)
    .some((sentence) => BEGINS.test(sentence) && sentence.split(' ').length <= MOST_WORDS);
