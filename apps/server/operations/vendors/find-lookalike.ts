import { hostOf, registrableDomain } from '../agents/triage/domains.ts';
import { isSimilarDomain } from '../agents/triage/warnings/lookalike.ts';
import type { SqlRunner } from '../pipeline/sql-runner.ts';

/** Vendors compared, the latest first. */
const MOST_VENDORS = 2_000;

/**
 * The domain of a known vendor that a sender's domain could be taken for, or null. Only for senders
 * whose domain has not written before: it reads the latest vendors.
 */
export async function findLookalike(run: SqlRunner, address: string): Promise<string | null> {
  const host = hostOf(address);
  const domain = registrableDomain(host);
  if (domain === '') return null;
  const { rows } = await run<{ vendor_key: string }>(
    `select vendor_key from vendors
     where vendor_key <> $1 and vendor_key not like '%@%' and vendor_key not like 'name:%'
     order by last_seen_at desc limit ${MOST_VENDORS}`,
    [domain],
  );
  return rows.find(({ vendor_key: known }) => isSimilarDomain(host, known))?.vendor_key ?? null;
}
