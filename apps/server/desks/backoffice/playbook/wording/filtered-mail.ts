import type { Query } from '../query.ts';
import { plainText } from './quote-text.ts';

/** What mail a list is filtered to: `kind` is "failed customer e-mail", `from` is " with attachments from …". */
export function filteredMail({ status, category, sender, isHighRisk, hasAttachments }: Query): {
  kind: string;
  from: string;
  isFiltered: boolean;
} {
  const kind = [isHighRisk && 'high-risk', status, category, 'e-mail']
    .filter((word) => typeof word === 'string')
    .join(' ');
  const attached =
    hasAttachments === undefined
      ? ''
      : hasAttachments
        ? ' with attachments'
        : ' without attachments';
  return {
    kind,
    from: `${attached}${sender === undefined ? '' : ` from ${plainText(sender)}`}`,
    isFiltered: [status, category, sender, isHighRisk, hasAttachments].some(
      (filter) => filter !== undefined,
    ),
  };
}
