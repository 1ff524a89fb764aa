import type { Review } from '@deskbell/protocol';

type Reason = Review['reasons'][number];

/** Signs of fraud or of a mistake that costs money, and what to do before anything is approved. */
const advice: Readonly<Record<string, string>> = {
  changed_bank_details:
    'Call them on a number that you know already, not one from the mail, before anything is paid.',
  reply_to_mismatch: 'Do not answer this mail; write to the address that you know.',
  lookalike_domain: 'Compare the address letter by letter with the one that you know.',
  phishing: 'Open no link and no file of it.',
  failed_authentication: 'Anybody may have written it: ask the sender in another way.',
  hidden_text: 'Read the hidden text in the mail before you decide.',
  instructions_to_software: 'Check that what is proposed is what a person would ask for.',
  duplicate_invoice: 'Look whether it has been paid already.',
  invoice_arithmetic: 'Ask for a corrected invoice before it is paid.',
};

export interface Warning extends Reason {
  advice: string;
}

/** Why a person is asked, parted into what is dangerous and what is only unsure. */
export function partReasons(reasons: readonly Reason[]): {
  warnings: Warning[];
  others: Reason[];
} {
  const warnings = reasons.flatMap((reason) => {
    const words = Object.hasOwn(advice, reason.code) ? advice[reason.code] : undefined;
    return words === undefined ? [] : [{ ...reason, advice: words }];
  });
  return { warnings, others: reasons.filter(({ code }) => !Object.hasOwn(advice, code)) };
}

/** Whether approving wants a second look. */
export const isDangerous = ({ risk }: Pick<Review, 'risk'>): boolean =>
  risk === 'high' || risk === 'critical';
