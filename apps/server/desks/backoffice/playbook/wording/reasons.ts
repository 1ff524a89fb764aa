import type { ReviewReason } from '../../../../operations/routing/action.ts';
import { plainText } from './quote-text.ts';

const REVIEW_REASONS: Readonly<Record<ReviewReason['code'], string>> = {
  low_confidence: 'the agents are not sure enough',
  high_risk: 'the risk is high',
  agent_failed: 'an agent came to no result',
  changed_bank_details: 'it asks to pay into another bank account',
  reply_to_mismatch: "the reply address is another one than the sender's",
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
  time_limit: 'over its time limit',
  too_many_parts: 'the message has too many parts',
  too_deep: 'the message is nested too deep',
  too_large: 'the message is too large',
  crashed: 'the program that read it crashed',
  unexpected: 'something unexpected on our side',
  model_time_limit: 'the language model took too long',
  model_unavailable: 'no language model answered',
};

/** A code of an error in words; one that is not known without its underscores. */
export const sayError = (code: string): string =>
  Object.hasOwn(ERRORS, code)
    ? (ERRORS[code] ?? '')
    : plainText(code.replaceAll('_', ' ').replaceAll('-', ' '), 60);

/** "Changed bank details, reply to mismatch": codes inside a tool's sentence, in words. */
export function sayCodes(text: string): string {
  return Object.entries(REVIEW_REASONS).reduce(
    (said, [code, words]) => said.replaceAll(code.replaceAll('_', ' '), words),
    text,
  );
}

/** Why somebody has to decide: the sentence of the reason, or its code in words. */
export function reviewReasons({ reasons }: { reasons: readonly ReviewReason[] }): string[] {
  const said = reasons.map(({ code, detail }) => {
    const sentence = plainText(detail, 200).replace(/[.!]+$/, '');
    return sentence === ''
      ? (REVIEW_REASONS[code] ?? sayError(code))
      : sentence.charAt(0).toLowerCase() + sentence.slice(1);
  });
  return [...new Set(said)];
}
