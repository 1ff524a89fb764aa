import { hostOf } from '../../../../operations/agents/triage/domains.ts';
import type { Candidate } from './candidate.ts';

/**
 * Most important first: dates from leadership, the team's, customers', the system's, the rest;
 * inside by severity, then what is nearest to now.
 */
export function rankCandidates(
  candidates: readonly Candidate[],
  { leaders, now }: { leaders: readonly string[]; now: Date },
): Candidate[] {
  const places = new Map(
    candidates.map((candidate) => [
      candidate,
      [
        groupOf(candidate, leaders),
        candidate.severity,
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

function groupOf({ item, sender }: Candidate, leaders: readonly string[]): number {
  if (item.due !== null && isOneOf(sender, leaders)) return 0;
  if (item.category === 'staff') return 1;
  if (item.category === 'customer') return 2;
  // What failed has no category: that it failed is a matter of the system.
  if (item.category === 'system' || item.kind === 'failed_execution') return 3;
  return 4;
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
