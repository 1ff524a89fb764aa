import type { ReviewReason } from '../../../operations/routing/action.ts';

const REVIEW_REASONS: Readonly<Record<ReviewReason['code'], string>> = {
  low_confidence: 'the agents are not sure',
  high_risk: 'risky as a whole',
  agent_failed: 'one agent could not read it',
  changed_bank_details: 'changed bank details',
  reply_to_mismatch: 'answers go to another address',
  lookalike_domain: 'lookalike domain',
  hidden_text: 'hidden text',
  instructions_to_software: 'instructions to software',
  failed_authentication: 'sender not proven',
  phishing: 'phishing',
  duplicate_invoice: 'duplicate invoice',
  invoice_arithmetic: 'the invoice does not add up',
  ambiguous_date: 'a date that can be read in two ways',
};

const ERRORS: Readonly<Record<string, string>> = {
  time_limit: 'reading it took too long',
  too_many_parts: 'it has too many parts',
  too_deep: 'it is nested too deeply',
  too_large: 'it is too large',
  crashed: 'reading it crashed',
  interrupted: 'the work was interrupted too often',
  unexpected: 'something went wrong on our side',
};

/** Why a review is asked for, in a few words; a code of another version without its underscores. */
export const reviewReasonWords = (code: string): string => wordsOf(REVIEW_REASONS, code);

/** Why a mail failed, in a few words; a code of another version without its underscores. */
export const errorWords = (code: string): string => wordsOf(ERRORS, code);

const wordsOf = (words: Readonly<Record<string, string>>, code: string): string =>
  (Object.hasOwn(words, code) ? words[code] : undefined) ?? code.replaceAll('_', ' ');
