import { createPhraseFinder, type Word, wordsOf } from '../../text/words.ts';
import { type Warning, warning } from './warning.ts';

const findWords = createPhraseFinder({
  bank: 'bank details|account|accounts|information|info|coordinates, banking details|information|info|instructions|coordinates, account details, account number|numbers, routing number|numbers, iban, swift code, bic, sort code, wire instructions|details|information, wiring instructions, remittance details|information|address|instructions|account, remit to address|account|information, ach details|information|instructions|account|form, payment instructions|details|information|account|coordinates, direct deposit, new account, new bank, deposit account, beneficiary account|details|bank, receiving account, changed banks, switched banks, change banks, different bank, pay to the following account, to the following|below account',
  change:
    'new, change, changed, changes, changing, update, updated, updating, updates, revised, amended, switched, switching, switch, moved to, replaced, replace, no longer use|valid|active|in use, closed, under audit, instead, from now on, going forward, henceforth, effective immediately, with immediate effect, future payments|invoices|payment, all payments|future, different, recently, discontinued, frozen, old account, previous account, following account, below account',
  // What the writer wants to know or see of us, not where he wants our money.
  ours: 'your bank details|account|information, your banking details|information, your payment details|information|method, your account details|number|information, your routing number|details, your card',
  calm: "have|has|had not changed, haven't changed, hasn't changed, did not change, didn't change, will|would never change|ask|send|request|email, never change, do not change, remain|remains unchanged|the, are unchanged, not changing, unchanged, stay|stays the same",
});

/**
 * Says that payments are to go elsewhere: words about a bank account beside words of change, in one
 * sentence or the next. It is the usual way of stealing an invoice's payment, so a true notice of a
 * vendor is warned about as well: somebody calls the number already on file.
 */
export function warnOfBankDetails(
  texts: readonly string[],
  attachmentNames: readonly string[],
): Warning[] {
  let previous: { text: string; found: Found } | null = null;
  for (const text of texts) {
    const found = findIn(wordsOf(text));
    if (found.isCalm) {
      previous = null;
      continue;
    }
    if (found.bank && found.change) return [of(text)];
    // A heading such as "Payment information" says nothing about its neighbours.
    const isHeading = text.length < 30 || (previous !== null && previous.text.length < 15);
    if (!isHeading && previous?.found.change && found.bank && previous.found.isAboutMoney)
      return [of(text)];
    if (
      previous &&
      previous.text.length >= 30 &&
      previous.found.bank &&
      found.change &&
      found.isAboutMoney
    )
      return [of(previous.text)];
    previous = { text, found };
  }
  for (const name of attachmentNames) {
    const { bank, change } = findIn(wordsOf(name.slice(0, 300).replaceAll(/[_.-]/g, ' ')));
    if (bank && change) return [of(name)];
  }
  return [];
}

interface Found {
  bank: boolean;
  change: boolean;
  isCalm: boolean;
  isAboutMoney: boolean;
}

const money =
  /^(?:pay|paid|payment|payments|remit|remittance|invoice|invoices|account|bank|wire|transfer|transfers|deposit|payroll|funds|balance)$/;

function findIn(words: readonly Word[]): Found {
  const hits = findWords(words);
  const ours = hits.filter(({ label }) => label === 'ours');
  return {
    bank: hits.some(
      (hit) =>
        hit.label === 'bank' &&
        !ours.some(({ start, end }) => hit.start >= start && hit.end <= end),
    ),
    change: hits.some(
      ({ label, isNegated, phrase }) =>
        label === 'change' && (!isNegated || phrase.startsWith('no ')),
    ),
    isCalm: hits.some(({ label }) => label === 'calm'),
    isAboutMoney: words.some(({ text }) => money.test(text)),
  };
}

function of(quote: string): Warning {
  return warning(
    'changed_bank_details',
    'It speaks of new or changed bank details. Confirm by a telephone number already on file before any payment.',
    quote,
  );
}
