import type { Email } from '../../../mail/email.ts';
import type { AgentSettings } from '../../agent.ts';
import { isOwn, registrableDomain } from '../domains.ts';
import { type Warning, warning } from './warning.ts';

/**
 * Answers would go to another organisation than the one that signs as sender. Not warned of:
 * lists, whose mail makes nothing happen; answers that come to ourselves; and forms that pass a
 * visitor's address on, unless the mail speaks of money, which is how such forms are misused.
 */
export function warnOfReplyTo(
  { envelope }: Pick<Email, 'envelope'>,
  {
    settings,
    isList,
    isForm,
    isAboutMoney,
  }: {
    settings: AgentSettings;
    isList: boolean;
    isForm: boolean;
    isAboutMoney: boolean;
  },
): Warning[] {
  const { from, replyTo } = envelope;
  if (replyTo === null || replyTo.address === '' || from.address === '') return [];
  const fromDomain = registrableDomain(from.address);
  const replyDomain = registrableDomain(replyTo.address);
  if (fromDomain === replyDomain || isOwn(replyTo, settings)) return [];
  if (isList || (isForm && !isAboutMoney)) return [];
  return [
    warning(
      'reply_to_mismatch',
      `It comes from ${fromDomain}, but answers would go to ${replyDomain}.`,
      replyTo.address,
    ),
  ];
}
