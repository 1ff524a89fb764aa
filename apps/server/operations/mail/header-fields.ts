import { cleanLine } from './clean-text.ts';

/** What agents decide by and people may want to see. Other fields stay in the raw message. */
const KEPT = new Set([
  'arc-authentication-results',
  'authentication-results',
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'delivered-to',
  'disposition-notification-to',
  'envelope-to',
  'errors-to',
  'feedback-id',
  'from',
  'importance',
  'list-help',
  'list-id',
  'list-post',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'mailing-list',
  'organization',
  'precedence',
  'priority',
  'received',
  'received-spf',
  'reply-to',
  'resent-from',
  'return-path',
  'sender',
  'sensitivity',
  'thread-topic',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-campaign',
  'x-campaign-id',
  'x-csa-complaints',
  'x-failed-recipients',
  'x-loop',
  'x-mailer',
  'x-mailing-list',
  'x-ms-exchange-generated-message-source',
  'x-msmail-priority',
  'x-original-to',
  'x-originating-ip',
  'x-priority',
  'x-spam-flag',
  'x-spam-level',
  'x-spam-score',
  'x-spam-status',
]);
const MAX_VALUES = 10;
const MAX_VALUE = 2_000;

/** The kept fields by lower-case name, each with its first 10 values of at most 2,000 characters. */
export function keptFields(
  fields: readonly { key: string; value: string }[],
): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  for (const { key, value } of fields) {
    if (!KEPT.has(key)) continue;
    const values = kept[key] ?? [];
    kept[key] = values;
    if (values.length < MAX_VALUES) values.push(cleanLine(value, MAX_VALUE));
  }
  return kept;
}
