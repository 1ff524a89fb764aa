import type { Health } from './health.ts';

/** What an operator is told beside the states of the parts: whole sentences. */
export function healthWarnings({ model, warnings }: Health): string[] {
  return [
    ...(model.circuit === 'open'
      ? [`${model.name} does not answer just now; the next model in line does.`]
      : []),
    ...warnings,
  ];
}
