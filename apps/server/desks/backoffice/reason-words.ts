import type { ReviewReason } from '../../operations/routing/action.ts';

const REVIEW_REASONS: Readonly<Record<ReviewReason['code'], string>> = {
  low_confidence: 'the agents are not sure enough',
  high_risk: 'the risk is high',
  agent_failed: 'an agent came to no result',
  changed_bank_details: 'it asks to pay into another bank account',
  reply_to_mismatch: 'answers go to another address',
  lookalike_domain: "the sender's domain only looks like one we know",
  hidden_text: 'it has text that a reader does not see',
  instructions_to_software: 'it gives instructions to software that reads it',
  failed_authentication: 'it could not be shown to come from its sender',
  phishing: 'it looks like phishing',
  duplicate_invoice: 'the invoice came before',
  invoice_arithmetic: "the invoice's numbers do not add up",
  ambiguous_date: 'a date can be read in two ways',
};

const ERRORS: Readonly<Record<string, string>> = {
  time_limit: 'it took too long',
  too_many_parts: 'it has too many parts',
  too_deep: 'it is nested too deep',
  too_large: 'it is too large',
  crashed: 'the program that read it crashed',
  interrupted: 'the work was interrupted too often',
  unexpected: 'something went wrong on our side',
  model_time_limit: 'the language model took too long',
  model_unavailable: 'no language model answered',
};

/** Why a review is asked for, in a few words; a code of another version without its underscores. */
export const reviewReasonWords = (code: string): string => wordsOf(REVIEW_REASONS, code);

/** Why a mail failed, in a few words; a code of another version without its underscores. */
export const errorWords = (code: string): string => wordsOf(ERRORS, code);

const wordsOf = (words: Readonly<Record<string, string>>, code: string): string =>
  (Object.hasOwn(words, code) ? words[code] : undefined) ?? code.replaceAll('_', ' ');
