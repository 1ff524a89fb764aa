import { useMe } from '../../api/me.ts';
import { dayOf } from '../../ui/time-words.ts';

/** The business's day that it is now. */
export function useToday(): string {
  const { business } = useMe();
  return dayOf(new Date(), business.time_zone);
}
