import type { OperationsSettings } from '../settings.ts';

/** Where staff are told of something, as columns of a notification. */
export interface StaffChannel {
  channel: 'email' | 'webhook' | 'console';
  recipient: string | null;
  status: 'pending' | 'shown';
}

/** Every configured channel; without any, one that only shows. */
export function staffChannels({
  email,
  webhook,
}: OperationsSettings['notifications']): StaffChannel[] {
  const channels: StaffChannel[] = [];
  if (email !== undefined) {
    channels.push({ channel: 'email', recipient: email.recipients.join(', '), status: 'pending' });
  }
  // Its address may hold a secret.
  if (webhook !== undefined) {
    channels.push({ channel: 'webhook', recipient: null, status: 'pending' });
  }
  return channels.length > 0
    ? channels
    : [{ channel: 'console', recipient: null, status: 'shown' }];
}
