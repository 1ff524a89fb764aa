import { type Goal, isTopic } from '../../memory.ts';
import type { Setting } from '../situation.ts';

/** What is answered with nothing else beside it, whatever else the message asks for or goes on with. */
export function answeredAlone(
  goals: readonly Goal[],
  { memory }: Setting,
): readonly Goal[] | undefined {
  for (const alone of ['instructions', 'other_customers'] as const) {
    if (goals.includes(alone)) return [alone];
  }
  // A language that is only known to be no English counts where nothing else is understood.
  const { language } = memory.heard;
  if (language === undefined || (goals.length > 0 && language === 'other')) return undefined;
  const isPlainlyOther = memory.asked === undefined && !goals.some(isTopic);
  return isPlainlyOther ? ['language'] : undefined;
}
