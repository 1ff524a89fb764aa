import type { Carries } from './carries.ts';
import { PRICE } from './signals/goal-signals.ts';

/** "How much is a petite move with COI" is about a price, "how much is storage" about a policy. */
export function isPriced(policy: string, text: string, carries: Carries): boolean {
  if (policy === 'airport') return false;
  if (
    policy === 'coi' &&
    /\bhow much (?:is|are|does|do|for) (?:an? |the )?(?:coi|certificate)/.test(text)
  ) {
    return false;
  }
  if (policy === 'late') return (carries.hasCount || carries.hasTier) && PRICE.test(text);
  if (policy === 'coi') return (carries.hasCount || carries.hasTier) && PRICE.test(text);
  return (
    ['insurance', 'peloton', 'unattended', 'times', 'hotel', 'labels', 'addbag', 'meet'].includes(
      policy,
    ) &&
    carries.hasService &&
    PRICE.test(text)
  );
}
