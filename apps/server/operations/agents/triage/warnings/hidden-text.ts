import type { HiddenText } from '../../../mail/email.ts';
import { type Warning, warning } from './warning.ts';

/** Programs that send mail hide one line for the list of mails and fill it up: that much is usual. */
const usualCharacters = 300;

/** More text was hidden than the preview line which most programs hide. */
export function warnOfHiddenText({ characters, examples }: HiddenText, isList: boolean): Warning[] {
  if (characters <= (isList ? usualCharacters * 4 : usualCharacters)) return [];
  return [
    warning(
      'hidden_text',
      `It holds ${characters} characters that a reader would not see. They were left out.`,
      examples[0] ?? '',
    ),
  ];
}
