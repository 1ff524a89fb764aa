import { remember } from '../text/remember.ts';
import { clean } from './clean-sentence.ts';

const demand =
  /\b(?:amount|balance|payment|total|invoice|premium|rent|fee|bill)(?: #?[\w-]{1,20})?(?: (?:for|of) [$€£]?[\w,.]{1,15})?(?: (?:now|that))? (?:is|was|are|becomes?|will be|remains)? ?(?:now |still |currently )?(?:\d{1,3} days )?(?:due|overdue|past due|payable|outstanding|unpaid)\b|\bplease (?:pay|remit|settle|arrange (?:for )?payment|make (?:a |your |the )?payment|send (?:a |your |the )?(?:payment|check))|\bkindly (?:pay|remit|settle|arrange)|\bunless payment\b|\b(?:outstanding|overdue|past due) (?:balance|amount|invoice)s?\b|\bpayment (?:must|should|needs to|has to) be\b|\bnet (?:10|15|30|45|60)\b/i;
const dueBy =
  /\b(?:payable|due) (?:by|on|before|upon|within|no later than)\b|\bdue date\b|\b(?:past due|overdue)\b/i;
const money = /[$€£]\s?\d|\b(?:pay|payment|invoice|amount|balance|premium|rent|fee|bill)\b/i;
const settled =
  /\b(?:auto-?pay|automatically|payment (?:was )?received|was applied|your receipt|(?:card|account) on file|will be charged|paid in full|no payment|thank you for your payment|(?:been|was|were) (?:paid|received)|received your payment|nothing (?:is )?due|already paid|zero balance)\b|\bdue:? \$?0(?:\.00)?(?![\d.,])/i;
const order =
  /\b(?:pay|remit|settle)\b|\b(?:make|send|arrange|submit|initiate)\b.{0,20}\b(?:payment|check)\b/i;

/** Whether a sentence says that money is owed, and not that it was paid or is taken by itself. */
export const asksForPayment = remember((sentence): boolean => {
  const text = clean(sentence);
  return (demand.test(text) || (dueBy.test(text) && money.test(text))) && !settled.test(text);
});

const insists =
  /\b(?:past due|overdue|remaining|please (?:pay|remit)|kindly (?:pay|remit)|unpaid)\b/i;

/** The sentence by which a mail asks for money; null when it says that all is paid. */
export function findDemand<Line extends { text: string }>(lines: readonly Line[]): Line | null {
  const demands = lines.filter(({ text }) => asksForPayment(text));
  const isSettled = lines.some(({ text }) => settled.test(clean(text)));
  return (isSettled ? demands.find(({ text }) => insists.test(text)) : demands[0]) ?? null;
}

/** Whether a request is to pay: the task to pay covers it. */
export function isPaymentOrder(sentence: string): boolean {
  const text = clean(sentence);
  return asksForPayment(text) && order.test(text);
}

/** 'INV-2041' of "invoice no. INV-2041". */
export function invoiceNumberIn(text: string): string | null {
  const found =
    /\binvoice(?: number| no\.?| num\.?)?[ :]{0,2}#?\s?([A-Z]{0,5}[-_/]?\d[\w/-]{1,20})\b/i.exec(
      text.slice(0, 600),
    );
  return found?.[1] ?? null;
}
