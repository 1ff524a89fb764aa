import type { Health } from '../../../../health/health.ts';
import type { MailFlow } from './read-mail-flow.ts';

/** Mail that waits longer than this is stuck. */
const LONGEST_WAIT_MINUTES = 5;

/** What somebody should look at, as whole sentences in our own words. */
export function problemsOf({
  health,
  failedToday,
  flow,
  now,
}: {
  health: Health;
  failedToday: number;
  flow: MailFlow;
  now: Date;
}): string[] {
  const waitedMinutes =
    flow.oldestPendingAt === null
      ? 0
      : Math.floor((now.getTime() - flow.oldestPendingAt.getTime()) / 60_000);
  const sentences = [
    health.queue === 'down' && 'The queue does not answer, so new mail is not being processed.',
    waitedMinutes >= LONGEST_WAIT_MINUTES &&
      `The queue is stuck: the oldest mail in it has been waiting for ${duration(waitedMinutes)}.`,
    failedToday > 0 && `${mails(failedToday)} received today could not be processed.`,
    health.model.circuit === 'open' &&
      'The language model does not answer just now; the rules do its work.',
    flow.failedNotifications > 0 &&
      `${notifications(flow.failedNotifications)} of the last 24 hours could not be sent.`,
    flow.uncertainNotifications > 0 &&
      `${notifications(flow.uncertainNotifications)} of the last 24 hours may not have been sent.`,
    // Redis and the budget are among these.
    ...health.warnings,
  ];
  return [...new Set(sentences.filter((sentence) => sentence !== false))];
}

const mails = (count: number) => (count === 1 ? 'One mail' : `${count} mails`);
const notifications = (count: number) =>
  count === 1 ? 'One notification' : `${count} notifications`;

function duration(minutes: number): string {
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}
