import type { TriageFindings } from '../findings.ts';
import { createPhraseFinder, wordsOf } from '../text/words.ts';

const find = createPhraseFinder({
  accounting:
    'invoice|invoices, pay|paid|payment|payments, refund|refunds|reimburse|reimbursement, receipt|receipts, statement, w9, w 9, remit, charge|charged|charges, billing|bill|bills, bank, deposit, payroll|paycheck|timesheet|timesheets, tax|taxes, credit, balance, purchase order, expense|expenses',
  compliance:
    'insurance, coi, certificate|certificates, inspection|inspections|inspector, permit|permits, license|licence, registration, fire, safety, audit, compliance, violation, policy, claim|claims, extinguisher|extinguishers, dot, premium, sign, signed, signature, agreement, contract, lease',
  maintenance:
    'repair|repairs, fix, broken, leak|leaking, oil change, tire|tires, brake|brakes, replace, door|gate, lock|locks, heater|heating, light|lights, clean|cleaned|cleaning, mechanic, maintenance, dent, battery, plumber, electrician, furnace',
  scheduling:
    'schedule|scheduled, shift|shifts, cover for|my|his|her|our, appointment, reschedule, availability|available, meeting|meet, calendar, roster, crew, time off, vacation, swap, overtime',
  operations:
    'deliver|delivery|deliveries, pick up, pickup|pickups, pack, load|unload, storage, order|reorder, supplies, boxes|tape, van|vans|truck|trucks, route|routes, warehouse, forklift, keys|key, dock, dispatch, fuel, pallets, address, inventory, stock',
});

const labels = ['compliance', 'maintenance', 'accounting', 'scheduling', 'operations'];

/** The field a task belongs to; what the mail is about decides where its own words do not. */
export function categorizeTask(text: string, triage: TriageFindings | null): string {
  const counts = new Map<string, number>();
  for (const { label } of find(wordsOf(text))) counts.set(label, (counts.get(label) ?? 0) + 1);
  // The label named first wins a tie: "clean the van" is maintenance before operations.
  const order = [...counts.keys()].sort((a, b) => labels.indexOf(a) - labels.indexOf(b));
  const [best] = order.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  if (best) return best;
  switch (triage?.type) {
    case 'invoice':
    case 'payment':
      return 'accounting';
    case 'insurance':
    case 'inspection':
    case 'contract':
      return 'compliance';
    case 'schedule':
    case 'call_out':
      return 'scheduling';
    case 'delivery':
      return 'operations';
    default:
      return triage?.category === 'customer' ? 'customer service' : 'other';
  }
}
