import { hostOf } from '../../../../operations/agents/triage/domains.ts';
import type { Candidate } from './candidate.ts';

/** Addresses or domains. */
interface People {
  /** Whose dates come before anything else that presses as much. */
  leadership: readonly string[];
  /** The business's own: who writes from there is of the team. */
  ownDomains: readonly string[];
}

/**
 * What presses most first; of what presses alike first dates from leadership, then critical risks,
 * the team's, customers', the system's, the rest; of these what is nearest to now.
 */
export function rankCandidates(
  candidates: readonly Candidate[],
  { now, ...people }: People & { now: Date },
): Candidate[] {
  const places = new Map(
    candidates.map((candidate) => [
      candidate,
      [
        candidate.pressure,
        groupOf(candidate, people),
        Math.abs(candidate.at.getTime() - now.getTime()),
      ] as const,
    ]),
  );
  return [...candidates].sort((a, b) => {
    const [first, second] = [places.get(a) ?? [], places.get(b) ?? []];
    const differing = first.findIndex((value, at) => value !== second[at]);
    return differing === -1 ? 0 : (first[differing] ?? 0) - (second[differing] ?? 0);
  });
}

function groupOf(
  { item, sender, isDeadline, pressure }: Candidate,
  { leadership, ownDomains }: People,
): number {
  if (isDeadline && isOneOf(sender, leadership)) return 0;
  // Only a critical one presses most. Fraud comes as a vendor's mail, and is no routine.
  if (item.kind === 'review' && pressure === 0) return 1;
  // What failed has no category.
  if (item.category === 'staff' || (item.category === null && isOneOf(sender, ownDomains))) {
    return 2;
  }
  if (item.category === 'customer') return 3;
  // That it failed is a matter of the system.
  if (item.category === 'system' || item.kind === 'failed_execution') return 4;
  return 5;
}

/** Whether an address is one of those given, or in one of those domains. */
function isOneOf(address: string, leaders: readonly string[]): boolean {
  const sender = address.toLowerCase();
  const host = hostOf(sender);
  return leaders.some((leader) => {
    const written = leader.toLowerCase();
    return written.includes('@')
      ? sender === written
      : host === written || host.endsWith(`.${written}`);
  });
}
